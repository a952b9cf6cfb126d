using TrackingStore.Protocol;

namespace TrackingStore.Tests.Protocol;

public sealed class NamesTests
{
    [Theory]
    [InlineData("loss")]
    [InlineData("a/b c.d-e_f:g")]
    [InlineData("naïve")]
    [InlineData("x²")]
    public void Require_GoodName_Passes(string name) => Names.Require(name, "key");

    [Theory]
    [InlineData("a//b")]
    [InlineData("./a")]
    [InlineData("a/../b")]
    [InlineData("a/")]
    [InlineData("/a")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("..a/b")]
    public void Require_NameThatIsNotItsOwnPath_IsRefused(string name) =>
        Assert.Contains("must not resolve to other names", Assert.Throws<MlflowException>(() => Names.Require(name, "key")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("a\tb")]
    [InlineData("a#b")]
    [InlineData("a\\b")]
    [InlineData("a\ud83d\ude00")]
    [InlineData("a,b")]
    public void Require_OddCharacter_IsRefused(string name) => Assert.Contains(
        "Names may only contain alphanumerics, underscores (_), dashes (-), periods (.), spaces ( ), colon(:) and slashes (/).",
        Assert.Throws<MlflowException>(() => Names.Require(name, "key")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Require_LongName_IsRefusedFrom251()
    {
        Names.Require(new string('a', 250), "key");
        Assert.Contains("exceeds the maximum length of 250", Assert.Throws<MlflowException>(() => Names.Require(new string('a', 251), "key")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Truncate_LongValue_IsCutBetweenCharacters()
    {
        Assert.Equal("abc", Limits.Truncate("abc", 3));
        Assert.Equal("ab", Limits.Truncate("abc", 2));
        Assert.Equal("a", Limits.Truncate("a\ud83d\ude00b", 2));
    }
}
