using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace TrackingStore.Values;

/// <summary>The text of an access token: <c>mlt_USER.ID.SECRET</c>, each part in base64url.</summary>
/// <param name="UserName">Whose it is.</param>
/// <param name="TokenId">Its id.</param>
/// <param name="Secret">256 random bits.</param>
internal sealed record AccessToken(string UserName, string TokenId, string Secret)
{
    private const string Prefix = "mlt_";
    private const int IdBytes = 9;
    private const int SecretBytes = 32;

    /// <summary>The digest of the secret, which is what is stored.</summary>
    public string Digest => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Secret)));

    /// <summary>A new token.</summary>
    public static AccessToken Create(string userName) => new(
        userName,
        Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdBytes)),
        Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes)));

    /// <summary>Reads a token; null for any other text, such as a password.</summary>
    public static AccessToken? Parse(string text)
    {
        if (!text.StartsWith(Prefix, StringComparison.Ordinal) || text[Prefix.Length..].Split('.') is not [var user, var id, var secret])
            return null;

        return Base64Url.IsValid(user) && id.Length > 0 && id.All(IsBase64Url) && secret.Length > 0
            ? new AccessToken(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(user)), id, secret)
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Prefix}{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(UserName))}.{TokenId}.{Secret}";

    private static bool IsBase64Url(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_';
}
