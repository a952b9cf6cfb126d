using TrackingStore.Artifacts;
using TrackingStore.Errors;
using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Artifacts;

public sealed class ArtifactLocationsTests
{
    [Theory]
    [InlineData("mlflow-artifacts:/7", "mlflow-artifacts:/7/r1/artifacts")]
    [InlineData("s3://bucket/x/", "s3://bucket/x/r1/artifacts")]
    [InlineData("s3://bucket/x?k=v", "s3://bucket/x/r1/artifacts?k=v")]
    public void OfRun_Location_GetsTheRunBehindItsPath(string location, string expected) =>
        Assert.Equal(expected, ArtifactLocations.OfRun(location, "r1"));

    [Theory]
    [InlineData("mlflow-artifacts:/7", true)]
    [InlineData("MLFLOW-ARTIFACTS://host/7", true)]
    [InlineData("file:///srv", true)]
    [InlineData("/srv", true)]
    [InlineData("/srv/a:b", true)]
    [InlineData("relative", true)]
    [InlineData("s3://bucket/x", false)]
    [InlineData("dbfs:/x", false)]
    public void IsOfAnyServer_ArtifactsAndFiles(string location, bool expected) =>
        Assert.Equal(expected, ArtifactLocations.IsOfAnyServer(location));

    [Fact]
    public void Resolve_PlacesBelowTheRootOnly()
    {
        var folder = Directory.CreateTempSubdirectory("artifacts");
        try
        {
            var repository = ArtifactExtensions.Open(folder.FullName);
            Assert.Equal("1/r/artifacts", ArtifactLocations.Resolve("mlflow-artifacts:/1/r/artifacts", repository).Text);
            Assert.Equal("x/y", ArtifactLocations.Resolve($"{folder.FullName}/x/y", repository).Text);
            Assert.Equal("x/y", ArtifactLocations.Resolve($"file://{folder.FullName}/x/y", repository).Text);
            foreach (var uri in (string[])["/etc", "file:///etc", "s3://bucket/x", $"{folder.FullName}-other/x", "file://host/x"])
            {
                var error = Assert.Throws<TrackingException>(() => ArtifactLocations.Resolve(uri, repository)).Error;
                Assert.Equal(new TrackingError.ArtifactsElsewhere(uri), error);
            }

            foreach (var uri in (string[])[$"{folder.FullName}/../x", "mlflow-artifacts:/../x"])
            {
                var error = Assert.Throws<TrackingException>(() => ArtifactLocations.Resolve(uri, repository)).Error;
                Assert.Equal(new TrackingError.ArtifactPathUnsafe(), error);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
