using TrackingStore.Artifacts;
using TrackingStore.Protocol;

namespace TrackingStore.Tests.Artifacts;

public sealed class ArtifactLocationsTests
{
    [Theory]
    [InlineData("mlflow-artifacts:/7", "mlflow-artifacts:/7/r1/artifacts")]
    [InlineData("s3://bucket/x/", "s3://bucket/x/r1/artifacts")]
    [InlineData("s3://bucket/x?k=v", "s3://bucket/x/r1/artifacts?k=v")]
    public void OfRun_Location_GetsTheRunBehindItsPath(string location, string expected) => Assert.Equal(expected, ArtifactLocations.OfRun(location, "r1"));

    [Theory]
    [InlineData("s3://bucket/x#frag")]
    [InlineData("s3://bucket/x;params")]
    [InlineData("s3://bucket/x?k=..")]
    [InlineData("s3://bucket/x?k=%2e%2E")]
    [InlineData("a\0b")]
    public void Require_OddLocation_IsInvalid(string location) => Assert.Equal(400, Assert.Throws<MlflowException>(() => ArtifactLocations.Require(location)).Status);

    [Fact]
    public void Resolve_PlacesBelowTheRootOnly()
    {
        var folder = Directory.CreateTempSubdirectory("artifacts");
        try
        {
            var repository = new ArtifactRepository(folder.FullName);
            Assert.Equal("1/r/artifacts", ArtifactLocations.Resolve("mlflow-artifacts:/1/r/artifacts", repository).Text);
            Assert.Equal("x/y", ArtifactLocations.Resolve($"{folder.FullName}/x/y", repository).Text);
            Assert.Equal("x/y", ArtifactLocations.Resolve($"file://{folder.FullName}/x/y", repository).Text);
            foreach (var uri in (string[])["/etc", "file:///etc", "s3://bucket/x", $"{folder.FullName}-other/x", $"{folder.FullName}/../x", "mlflow-artifacts:/../x", "file://host/x"])
            {
                Assert.Equal(400, Assert.Throws<MlflowException>(() => ArtifactLocations.Resolve(uri, repository)).Status);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
