using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Heat;
using DynamoToolkit.Local.Operations.Items;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Transactions;

/// <summary>Why one action of a transaction failed, or <see cref="None"/> if it did not.</summary>
internal sealed record CancellationReason(string Code, string? Message, MapValue? Item)
{
    /// <summary>The action did not fail.</summary>
    public static readonly CancellationReason None = new("None", null, null);

    /// <summary>The reason that stands for an action's error.</summary>
    public static CancellationReason From(DynamoError error) => error switch
    {
        ConditionFailedError failed => new CancellationReason("ConditionalCheckFailed", failed.Message, failed.Item),
        ThrottledError throttled => new CancellationReason(throttled.CancellationCode, throttled.Message, null),
        { Name: "DuplicateItemException" } => new CancellationReason("DuplicateItem", error.Message, null),
        { Name: "TransactionConflictException" } => new CancellationReason("TransactionConflict", error.Message, null),
        _ => new CancellationReason("ValidationError", error.Message, null),
    };

    /// <summary>The reason that stands for the error of an action; <see cref="None"/> if it has none.</summary>
    public static CancellationReason Of(Action action)
    {
        try
        {
            action();
            return None;
        }
        catch (DynamoError error)
            when (error is ConditionFailedError or ThrottledError
                || error.Name is "ValidationException" or "DuplicateItemException" or "TransactionConflictException")
        {
            return From(error);
        }
    }
}
