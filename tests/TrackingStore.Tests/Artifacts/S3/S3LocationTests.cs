using TrackingStore.Artifacts.S3;
using TrackingStore.Server;

namespace TrackingStore.Tests.Artifacts.S3;

public sealed class S3LocationTests
{
    [Theory]
    [InlineData("s3://bucket", "bucket", "", "s3://bucket")]
    [InlineData("s3://bucket/", "bucket", "", "s3://bucket")]
    [InlineData("s3://bucket/a/b c/", "bucket", "a/b c/", "s3://bucket/a/b c")]
    public void Parse_Place_HasAPrefixThatEndsWithASlash(string uri, string bucket, string prefix, string expected)
    {
        var location = S3Location.Parse(uri);
        Assert.Equal((bucket, prefix, expected), (location.Bucket, location.Prefix, location.Uri));
    }

    [Theory]
    [InlineData("s3:/bucket")]
    [InlineData("S3://bucket")]
    [InlineData("s3://")]
    [InlineData("s3:///prefix")]
    [InlineData("s3://bucket/a//b")]
    [InlineData("s3://bucket/../b")]
    [InlineData("s3://bucket/a?x=y")]
    [InlineData("s3://buc ket/a")]
    public void Parse_Other_IsRefused(string uri) => Assert.Throws<ArgumentException>(() => S3Location.Parse(uri));

    [Fact]
    public void Roots_AreThoseOfMlflowsOptions()
    {
        Assert.Equal("mlflow-artifacts:/7", DefaultOf(new ServerOptions()));
        Assert.Equal("mlflow-artifacts:/7", DefaultOf(new ServerOptions { ArtifactsDestination = "s3://b/p" }));
        Assert.Equal("s3://b/p/7", DefaultOf(new ServerOptions { DefaultArtifactRoot = "s3://b/p/" }));
        Assert.Equal("file:///runs/7", DefaultOf(new ServerOptions { DefaultArtifactRoot = "file:///runs/" }));
        Assert.Equal(Path.GetFullPath("runs") + "/7", DefaultOf(new ServerOptions { DefaultArtifactRoot = "runs" }));
        var proxied = new ServerOptions { DefaultArtifactRoot = "mlflow-artifacts:/", ArtifactsDestination = "s3://b/p" };
        Assert.Equal(("mlflow-artifacts:/7", "s3://b/p"), (DefaultOf(proxied), PlaceOf(proxied)));
        Assert.Equal("s3://b/p", PlaceOf(new ServerOptions { DefaultArtifactRoot = "s3://b/p/" }));
        Assert.Equal("s3://b/p", PlaceOf(new ServerOptions { DefaultArtifactRoot = "s3://b/p", ArtifactsDestination = "s3://b/p/" }));
        Assert.Throws<ArgumentException>(() => PlaceOf(proxied with { DefaultArtifactRoot = "s3://b/other" }));
        Assert.Throws<ArgumentException>(() => PlaceOf(new ServerOptions { ArtifactsDestination = "gs://b/p" }));
    }

    private static string DefaultOf(ServerOptions options) => ArtifactRoot.DefaultFor(options).OfExperiment("7");

    private static string PlaceOf(ServerOptions options) => ArtifactRoot.For(options).Place;
}
