using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Operations.Items;

namespace DynamoToolkit.Local.Operations;

/// <summary>DeleteItem.</summary>
internal static class DeleteItem
{
    /// <summary>Runs it.</summary>
    public static void Run(OperationContext context)
    {
        var options = WriteOptions.Read(context.Body, "Key");
        var write = ItemWriteReader.ReadDelete(context.Body, options.TableName);
        if (options.ReturnValues is not ("NONE" or "ALL_OLD"))
            throw DynamoError.Validation("ReturnValues can only be ALL_OLD or NONE");

        var outcome = default(WriteOutcome);
        context.Write(batch => outcome = write.Apply(batch));
        options.WriteResponse(context.Json, outcome, options.ReturnValues == "ALL_OLD" ? outcome.Old : null);
    }
}
