using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Heat;

namespace DynamoToolkit.Local.Faults;

/// <summary>The faults that strike single items of one request.</summary>
internal readonly struct RequestFaults(FaultPlan plan, string operation)
{
    /// <summary>Refuses an item of a batch.</summary>
    /// <exception cref="ThrottledError">The item is to be unprocessed.</exception>
    public void ThrowIfUnprocessed(string table, bool isWrite)
    {
        if (plan.Strike(FaultKind.Unprocessed, operation, table) is not null)
            throw ThrottledError.Injected(isWrite, table);
    }

    /// <summary>Refuses a write or an action of a transaction.</summary>
    /// <exception cref="DynamoError">The item is to be in conflict with a transaction.</exception>
    public void ThrowIfInConflict(string table)
    {
        if (plan.Strike(FaultKind.TransactionConflict, operation, table) is not null)
            throw DynamoError.TransactionConflict();
    }
}
