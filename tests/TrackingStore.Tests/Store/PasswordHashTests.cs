using System.Text.RegularExpressions;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Tests.Store;

public sealed class PasswordHashTests
{
    [Fact]
    public void Matches_OnlyThePassword_WithTheCostOfTheHash()
    {
        var hash = PasswordHash.Create("a long password", 1000);
        Assert.Matches(new Regex(@"^pbkdf2-sha512\$1000\$[A-Za-z0-9+/=]{24}\$[A-Za-z0-9+/=]{44}$"), hash);
        Assert.True(PasswordHash.Matches(hash, "a long password"));
        Assert.False(PasswordHash.Matches(hash, "a long passworD"));
        Assert.NotEqual(hash, PasswordHash.Create("a long password", 1000));
        Assert.True(PasswordHash.Iterations >= 210_000);
    }

    /// <summary>It has the form and the cost of a real one, and no password.</summary>
    [Fact]
    public void OfNobody_IsCheckedLikeAHash_AndMatchesNothing()
    {
        var hash = PasswordHash.OfNobody(1000);
        Assert.Matches(new Regex(@"^pbkdf2-sha512\$1000\$[A-Za-z0-9+/=]{24}\$[A-Za-z0-9+/=]{44}$"), hash);
        Assert.False(PasswordHash.Matches(hash, ""));
        Assert.False(PasswordHash.Matches(hash, hash));
        Assert.NotEqual(hash, PasswordHash.OfNobody(1000));
    }

    [Fact]
    public void Matches_HashOfAnotherForm_IsAnError() =>
        Assert.Throws<InvalidDataException>(() => PasswordHash.Matches("a long password", "a long password"));

    [Fact]
    public void Token_ReadsBack_AndKeepsItsSecretOutOfTheDigest()
    {
        var token = AccessToken.Create("\u00fc.user");
        Assert.Equal(token, AccessToken.Parse(token.ToString()));
        Assert.Equal(64, token.Digest.Length);
        Assert.DoesNotContain(token.Secret, token.Digest, StringComparison.Ordinal);
        Assert.NotEqual(token, AccessToken.Create("\u00fc.user"));
        Assert.Null(AccessToken.Parse("a long password"));
        Assert.Null(AccessToken.Parse("mlt_a.b"));
    }
}
