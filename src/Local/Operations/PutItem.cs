using DynamoToolkit.Local.Operations.Context;
using DynamoToolkit.Local.Operations.Items;

namespace DynamoToolkit.Local.Operations;

/// <summary>PutItem.</summary>
internal static class PutItem
{
    /// <summary>Answers a request.</summary>
    public static void Run(OperationContext context) => SingleWrite.Run(context, "Item", ItemWriteReader.ReadPut);
}
