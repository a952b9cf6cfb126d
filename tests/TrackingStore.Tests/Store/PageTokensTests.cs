using TrackingStore.Errors;
using TrackingStore.Store;

namespace TrackingStore.Tests.Store;

public sealed class PageTokensTests
{
    [Fact]
    public void Decode_OwnToken_GivesThePositionBack() =>
        Assert.Equal(["12", "é#"], PageTokens.Decode("runs", PageTokens.Encode("runs", "12", "é#"), 2)!);

    [Theory]
    [InlineData("garbage!")]
    [InlineData("Z2FyYmFnZQ")]
    [InlineData("_w")]
    public void Decode_Garbage_IsInvalid(string token) => Assert.Equal(
        new TrackingError.PageTokenUnknown(),
        Assert.Throws<TrackingException>(() => PageTokens.Decode("runs", token, 1)).Error);

    [Fact]
    public void Decode_TokenOfAnotherKind_IsInvalid() =>
        Assert.Throws<TrackingException>(() => PageTokens.DecodeOffset("experiments", PageTokens.EncodeOffset("runs", 4)));

    [Theory]
    [InlineData("-1")]
    [InlineData("99999999999")]
    [InlineData("x")]
    public void DecodeOffset_NoOffset_IsInvalid(string offset) =>
        Assert.Throws<TrackingException>(() => PageTokens.DecodeOffset("runs", PageTokens.Encode("runs", offset)));
}
