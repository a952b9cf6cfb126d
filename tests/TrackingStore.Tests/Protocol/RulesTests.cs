using TrackingStore.Protocol;
using TrackingStore.Protocol.Requests;

namespace TrackingStore.Tests.Protocol;

public sealed class RulesTests
{
    [Theory]
    [InlineData("s3://bucket/x#frag")]
    [InlineData("s3://bucket/x;params")]
    [InlineData("s3://bucket/x?k=..")]
    [InlineData("s3://bucket/x?k=%2e%2E")]
    [InlineData("a\0b")]
    public void RequireArtifactLocation_OddLocation_IsInvalid(string location) =>
        Assert.Equal(400, Assert.Throws<MlflowException>(() => Rules.RequireArtifactLocation(location)).Status);

    [Theory]
    [InlineData("mlflow-artifacts:/7")]
    [InlineData("s3://bucket/a;b/x?k=v")]
    [InlineData("/data/runs")]
    public void RequireArtifactLocation_GoodLocation_Passes(string location) => Rules.RequireArtifactLocation(location);
}
