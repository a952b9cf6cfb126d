using DynamoToolkit.Local.Operations.Context;
using DynamoToolkit.Local.Operations.Items;

namespace DynamoToolkit.Local.Operations;

/// <summary>UpdateItem.</summary>
internal static class UpdateItem
{
    /// <summary>Answers a request.</summary>
    public static void Run(OperationContext context) => SingleWrite.Run(
        context,
        "Key",
        ItemWriteReader.ReadUpdate,
        static (write, returnValues, outcome) => write.Returned(returnValues, outcome));
}
