namespace DynamoToolkit.Transport.Endpoints;

/// <summary>The address of the API of streams.</summary>
internal static class StreamsEndpoint
{
    private const string AccountPart = ".ddb.";

    // Hosts with IPv4 and IPv6: dynamodb.eu-west-1.api.aws, dynamodb.cn-north-1.api.amazonwebservices.com.cn.
    private const string DualStackPart = ".api.";

    /// <summary>
    /// The address in a region, from that of the tables: it has <c>streams.</c> before it, or <c>streams-</c> if it is a dual-stack one
    /// ("Amazon DynamoDB endpoints and quotas"). Accounts have no addresses of their own for streams.
    /// </summary>
    /// <param name="tables">The address that the AWS SDK's rules give for the tables, or one for streams, which stays.</param>
    public static Uri Of(Uri tables)
    {
        var host = tables.Host;
        if (host.IndexOf(AccountPart, StringComparison.Ordinal) is >= 0 and var account)
            host = "dynamodb." + host[(account + AccountPart.Length)..];
        if (!host.StartsWith("dynamodb", StringComparison.Ordinal))
            return tables;
        var separator = host.Contains(DualStackPart, StringComparison.Ordinal) ? '-' : '.';
        return new UriBuilder(tables) { Host = $"streams{separator}{host}" }.Uri;
    }
}
