using DynamoToolkit.Local.Expressions.Paths;
using DynamoToolkit.Local.Operations.Context;
using DynamoToolkit.Local.Operations.Items;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations;

/// <summary>UpdateItem.</summary>
internal static class UpdateItem
{
    /// <summary>Answers a request.</summary>
    public static void Run(OperationContext context) => SingleWrite.Run(context, "Key", ItemWriteReader.ReadUpdate, Returned);

    private static MapValue? Returned(UpdateWrite write, string returnValues, WriteOutcome outcome) => returnValues switch
    {
        "ALL_NEW" => outcome.New,
        "UPDATED_OLD" => Updated(write, outcome.Old),
        "UPDATED_NEW" => Updated(write, outcome.New),
        _ => null,
    };

    private static MapValue? Updated(UpdateWrite write, MapValue? item)
    {
        if (write.Update is null || item is null)
            return null;

        var updated = new Projection([.. write.Update.Actions.Select(static action => action.Path)]).Apply(item);
        return updated.Members.Count == 0 ? null : updated;
    }
}
