namespace DynamoToolkit.Transport.Endpoints;

/// <summary>The address of the API of streams.</summary>
internal static class StreamsEndpoint
{
    private const string AccountPart = ".ddb.";

    /// <summary>
    /// The address in a region, from that of the tables: in all partitions it has <c>streams.</c> before it ("Amazon DynamoDB endpoints and
    /// quotas"). Accounts have no addresses of their own for streams.
    /// </summary>
    /// <param name="tables">The address that the AWS SDK's rules give for the tables, or one for streams, which stays.</param>
    public static Uri Of(Uri tables)
    {
        var host = tables.Host;
        if (host.IndexOf(AccountPart, StringComparison.Ordinal) is >= 0 and var account)
            host = "dynamodb." + host[(account + AccountPart.Length)..];
        return host.StartsWith("dynamodb", StringComparison.Ordinal) ? new UriBuilder(tables) { Host = "streams." + host }.Uri : tables;
    }
}
