namespace DynamoToolkit.Local.Operations;

/// <summary>DescribeLimits: the service's defaults; this engine enforces none of them.</summary>
internal static class DescribeLimits
{
    /// <summary>Runs it.</summary>
    public static void Run(OperationContext context)
    {
        context.Json.WriteStartObject();
        context.Json.WriteNumber("AccountMaxReadCapacityUnits", 80000);
        context.Json.WriteNumber("AccountMaxWriteCapacityUnits", 80000);
        context.Json.WriteNumber("TableMaxReadCapacityUnits", 40000);
        context.Json.WriteNumber("TableMaxWriteCapacityUnits", 40000);
        context.Json.WriteEndObject();
    }
}
