using TrackingStore.Protocol;
using TrackingStore.Protocol.Requests;

namespace TrackingStore.Tests.Protocol;

public sealed class NameRulesTests
{
    [Theory]
    [InlineData("loss")]
    [InlineData("a/b c.d-e_f:g")]
    [InlineData("naïve")]
    [InlineData("x²")]
    public void Require_GoodName_Passes(string name) => NameRules.Require(name, "key");

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
        Assert.Contains(
            "must not resolve to other names",
            Assert.Throws<MlflowException>(() => NameRules.Require(name, "key")).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("a\tb")]
    [InlineData("a#b")]
    [InlineData("a\\b")]
    [InlineData("a\ud83d\ude00")]
    [InlineData("a,b")]
    public void Require_OddCharacter_IsRefused(string name) => Assert.Contains(
        "Names may only contain alphanumerics, underscores (_), dashes (-), periods (.), spaces ( ), colon(:) and slashes (/).",
        Assert.Throws<MlflowException>(() => NameRules.Require(name, "key")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Require_LongName_IsRefusedFrom251()
    {
        NameRules.Require(new string('a', 250), "key");
        var path = string.Concat(Enumerable.Repeat("a/../", 1_000_000));
        foreach (var name in (string[])[new string('a', 251), path, new string('#', 10_000)])
        {
            var error = Assert.Throws<MlflowException>(() => NameRules.Require(name, "key"));
            Assert.Equal("'key' exceeds the maximum length of 250 characters", error.Message);
        }
    }
}
