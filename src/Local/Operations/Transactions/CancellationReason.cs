using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Operations.Items;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Transactions;

/// <summary>Why one action of a transaction failed, or <see cref="None"/> if it did not.</summary>
internal sealed record CancellationReason(string Code, string? Message, MapValue? Item)
{
    /// <summary>The action did not fail.</summary>
    public static readonly CancellationReason None = new("None", null, null);

    /// <summary>The reason that stands for an action's error.</summary>
    public static CancellationReason From(DynamoError error) => error is ConditionFailedError failed
        ? new CancellationReason("ConditionalCheckFailed", failed.Message, failed.Item)
        : new CancellationReason(error.Name == "DuplicateItemException" ? "DuplicateItem" : "ValidationError", error.Message, null);
}
