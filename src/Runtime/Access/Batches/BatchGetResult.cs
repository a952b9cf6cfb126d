using DynamoToolkit.Protocol;

namespace DynamoToolkit;

/// <summary>What a batch read: items of any types.</summary>
public sealed class BatchGetResult : FoundItems
{
    internal BatchGetResult(
        Dictionary<ItemIdentity, object?> items, IReadOnlyList<IGetOperation> unprocessed, IReadOnlyList<ConsumedCapacity> capacity)
        : base(items, capacity) => Unprocessed = unprocessed;

    /// <summary>The gets that the service never got to, after retries. It is not known whether those items exist.</summary>
    public IReadOnlyList<IGetOperation> Unprocessed { get; }

    /// <summary>Throws if the service did not get to every item.</summary>
    /// <exception cref="InvalidOperationException"><see cref="Unprocessed"/> is not empty.</exception>
    public void ThrowIfIncomplete() => OperationGuard.ThrowIfIncomplete(Unprocessed.Count);

    private protected override bool IsUnprocessed(in ItemIdentity identity)
    {
        foreach (var get in Unprocessed)
        {
            if (get.Request.Identity == identity)
                return true;
        }

        return false;
    }
}
