using DynamoToolkit.Local.Server;

namespace DynamoToolkit.Local.Tests.Doors;

/// <summary>How the service reads <c>Accept-Encoding</c>.</summary>
public sealed class AcceptedCodingTests
{
    [Theory]
    [InlineData("")]
    [InlineData("identity")]
    [InlineData("br, zstd, compress, x-gzip")]
    [InlineData("gzip;q=0")]
    [InlineData("gzip ; q=0;q=1")]
    [InlineData("gzip;q= 0;q=1")]
    [InlineData("gzip;nq=0;q=1")]
    [InlineData("gzip;q=-1")]
    [InlineData("*;q=0")]
    [InlineData("identity;q=0")]
    [InlineData("\"gzip\"")]
    [InlineData("gzip br")]
    [InlineData("gzip:q=1")]
    public void Of_NothingThatIsKnown_IsNull(string header) => Assert.Null(AcceptedCoding.Of(header));

    [Theory]
    [InlineData("gzip", false)]
    [InlineData("GZIP, identity", false)]
    [InlineData("dog, gzip ,, cat", false)]
    [InlineData("gzip, deflate", false)]
    [InlineData("deflate, gzip", true)]
    [InlineData("gzip;q=0.8, deflate;q=0.5", false)]
    [InlineData("gzip;q=0.2, deflate;q=0.5", true)]
    [InlineData("gzip;q=0, deflate; q = 0.5", true)]
    [InlineData("deflate;q=0.5, gzip;q=31", false)]
    [InlineData("gzip;q=31, deflate;q=51", false)]
    [InlineData("deflate;q=0.5, gzip;q=1;q=0.2", false)]
    [InlineData("deflate;q=0.5, gzip;q=0.", true)]
    [InlineData("deflate;q=0.5, gzip;q=0.x", false)]
    [InlineData("deflate;q=-0.5, gzip;q=0.2", false)]
    [InlineData("gzip;q=0, gzip;q=1, gzip;q=0", false)]
    [InlineData("gzip;q=0.0001, identity;q=0.5", false)]
    [InlineData("*", false)]
    [InlineData("*;q=0.5, identity", false)]
    [InlineData("*, deflate", true)]
    [InlineData("*, deflate;q=0.5", false)]
    [InlineData("*, gzip;q=0.5", true)]
    public void Of_KnownCodings_PrefersOne(string header, bool isDeflate) =>
        Assert.Equal(isDeflate ? ContentCoding.Deflate : ContentCoding.Gzip, AcceptedCoding.Of(header));

    [Fact]
    public void Of_TwoLines_ReadsTheFirst() => Assert.Null(AcceptedCoding.Of(new(["identity", "gzip"])));
}
