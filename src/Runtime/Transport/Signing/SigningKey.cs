using System.Security.Cryptography;
using System.Text;

namespace DynamoToolkit.Transport.Signing;

/// <summary>The key that a day's requests are signed with, derived from the secret, the day and the region.</summary>
internal sealed class SigningKey
{
    private readonly string secret;
    private readonly string day;
    private readonly byte[] key = new byte[HMACSHA256.HashSizeInBytes];

    public SigningKey(string secret, ReadOnlySpan<char> day, string region)
    {
        this.secret = secret;
        this.day = day.ToString();
        HMACSHA256.HashData(Encoding.UTF8.GetBytes("AWS4" + secret), Encoding.ASCII.GetBytes(this.day), key);
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(region), key);
        HMACSHA256.HashData(key, "dynamodb"u8, key);
        HMACSHA256.HashData(key, "aws4_request"u8, key);
    }

    public ReadOnlySpan<byte> Bytes => key;

    public bool IsFor(string otherSecret, ReadOnlySpan<char> otherDay) => otherDay.SequenceEqual(day) && otherSecret == secret;
}
