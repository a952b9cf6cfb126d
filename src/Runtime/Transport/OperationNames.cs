namespace DynamoToolkit.Transport;

/// <summary>The operations' names on the wire, created once.</summary>
internal static class OperationNames
{
    private static readonly string[] Names = Enum.GetNames<DynamoOperation>();

    private static readonly string[] Targets = Array.ConvertAll(
        Enum.GetValues<DynamoOperation>(),
        static operation => (IsOfStreams(operation) ? "DynamoDBStreams_20120810." : "DynamoDB_20120810.") + operation);

    public static string Of(DynamoOperation operation) => Names[(int)operation];

    /// <summary>The value of the header <c>X-Amz-Target</c>.</summary>
    public static string TargetOf(DynamoOperation operation) => Targets[(int)operation];

    /// <summary>Whether an operation is one of the API of streams, which has another host.</summary>
    public static bool IsOfStreams(DynamoOperation operation) => operation >= DynamoOperation.ListStreams;
}
