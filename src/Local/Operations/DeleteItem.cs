using DynamoToolkit.Local.Operations.Context;
using DynamoToolkit.Local.Operations.Items;

namespace DynamoToolkit.Local.Operations;

/// <summary>DeleteItem.</summary>
internal static class DeleteItem
{
    /// <summary>Answers a request.</summary>
    public static void Run(OperationContext context) => SingleWrite.Run(context, "Key", ItemWriteReader.ReadDelete);
}
