namespace DynamoToolkit.Local.Doors;

/// <summary>The header <c>X-Amz-Target</c>, which names the operation of a request.</summary>
internal static class OperationTarget
{
    private const string Service = "DynamoDB_20120810.";

    // The API of streams is a service of its own, with an endpoint of its own. Here, one address has both.
    private const string Streams = "DynamoDBStreams_20120810.";
    private static readonly string[] StreamOperations = ["ListStreams", "DescribeStream", "GetShardIterator", "GetRecords"];

    /// <summary>The operation's name; null if the target is not one of the two services, or names an operation of the other one.</summary>
    public static string? OperationOf(string target)
    {
        var isStreams = target.StartsWith(Streams, StringComparison.Ordinal);
        if (!isStreams && !target.StartsWith(Service, StringComparison.Ordinal))
            return null;

        var operation = target[(isStreams ? Streams : Service).Length..];
        return isStreams == StreamOperations.Contains(operation) ? operation : null;
    }
}
