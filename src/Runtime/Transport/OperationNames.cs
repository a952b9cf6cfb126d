namespace DynamoToolkit.Transport;

/// <summary>The operations' names on the wire, created once.</summary>
internal static class OperationNames
{
    private static readonly string[] Names = Enum.GetNames<DynamoOperation>();
    private static readonly string[] Targets = Array.ConvertAll(Names, static name => "DynamoDB_20120810." + name);

    public static string Of(DynamoOperation operation) => Names[(int)operation];

    /// <summary>The value of the header <c>X-Amz-Target</c>.</summary>
    public static string TargetOf(DynamoOperation operation) => Targets[(int)operation];
}
