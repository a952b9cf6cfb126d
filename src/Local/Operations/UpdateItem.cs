using DynamoToolkit.Local.Expressions;
using DynamoToolkit.Local.Operations.Items;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations;

/// <summary>UpdateItem.</summary>
internal static class UpdateItem
{
    /// <summary>Runs it.</summary>
    public static void Run(OperationContext context)
    {
        var options = WriteOptions.Read(context.Body, "Key");
        var write = ItemWriteReader.ReadUpdate(context.Body, options.TableName);
        var outcome = default(WriteOutcome);
        context.Write(batch => outcome = write.Apply(batch));
        options.WriteResponse(context.Json, outcome, Returned(options.ReturnValues, write.Update, outcome));
    }

    private static MapValue? Returned(string returnValues, Update? update, WriteOutcome outcome) => returnValues switch
    {
        "ALL_OLD" => outcome.Old,
        "ALL_NEW" => outcome.New,
        "UPDATED_OLD" => Updated(update, outcome.Old),
        "UPDATED_NEW" => Updated(update, outcome.New),
        _ => null,
    };

    private static MapValue? Updated(Update? update, MapValue? item)
    {
        if (update is null || item is null)
            return null;

        var updated = new Projection([.. update.Actions.Select(static action => action.Path)]).Apply(item);
        return updated.Members.Count == 0 ? null : updated;
    }
}
