using Amazon.Runtime;

namespace DynamoToolkit.Transport.Signing;

/// <summary>Makes the keys that requests of one service and region sign with, and keeps the latest. Safe for concurrent use.</summary>
/// <param name="region">The region.</param>
/// <param name="service">The service's name in signatures.</param>
/// <param name="headers">The names of the headers that are signed.</param>
/// <param name="headersWithToken">The same with the header of a session's token.</param>
internal sealed class SigningKeys(string region, string service, string headers, string headersWithToken)
{
    private SigningKey? latest;

    /// <summary>The key of a day and an identity.</summary>
    public SigningKey For(ImmutableCredentials credentials, SigningTime time)
    {
        var known = Volatile.Read(ref latest);
        if (known is not null && known.IsFor(credentials, time.Day))
            return known;

        var made = new SigningKey(credentials, time.Day, region, service, credentials.UseToken ? headersWithToken : headers);
        Volatile.Write(ref latest, made);
        return made;
    }
}
