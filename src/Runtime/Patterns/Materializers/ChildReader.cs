using DynamoToolkit.Protocol;

namespace DynamoToolkit.Patterns.Materializers;

/// <summary>
/// Reads children as the table holds them at the moment: with consistent reads, and with those that have expired but are still there.
/// Their deletion is a change of its own.
/// </summary>
/// <typeparam name="TParent">The type of the parents.</typeparam>
/// <typeparam name="TChild">The type of the children.</typeparam>
/// <param name="table">The table.</param>
/// <param name="member">The member for which they are read.</param>
internal sealed class ChildReader<TParent, TChild>(TableHandle table, MaterializedMember<TParent, TChild> member)
    where TParent : IItem<TParent>
    where TChild : IItem<TChild>
{
    /// <summary>Reads one child; it is not there if it does not exist.</summary>
    public async Task<(bool Exists, TChild? Child)> ReadAsync(ItemKey<TChild> key, CancellationToken cancellationToken)
    {
        var get = new GetItem<TChild>(table, TChild.Model, key.Partition, key.Sort) { IsConsistent = true, IncludesExpired = true };
        var found = await get.SendAsync(cancellationToken).ConfigureAwait(false);
        return (found.HasItem, found.Item);
    }

    /// <summary>Reads all children of a parent.</summary>
    /// <param name="parent">The key of the parent.</param>
    /// <param name="found">Gets each child and its key in the map.</param>
    /// <param name="budget">Counts what it uses; null to count nothing.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task ReadAllAsync(
        ItemKey<TParent> parent, Action<string, TChild> found, SweepBudget? budget, CancellationToken cancellationToken)
    {
        var range = member.ChildrenOf(parent);
        var prefix = range.SortPrefix.Length == 0
            ? default
            : SortKeyCondition<TChild>.StartsWith(KeyValue.Of(range.SortPrefix));
        PageToken? at = null;
        do
        {
            var query = new Query<TChild>(table, new PartitionKeyCondition<TChild>(range.Partition), prefix)
                .ConsistentRead()
                .IncludeExpired();
            if (budget is not null)
                query.ReturnConsumedCapacity();
            var page = await query.GetPageAsync(at, cancellationToken).ConfigureAwait(false);
            budget?.Add(page.ConsumedCapacity);
            foreach (var child in page.Items)
            {
                // Others may lie between them, where the parent's key is not at the beginning of theirs.
                var place = member.PlaceOf(TChild.KeyOf(child));
                if (place.Parent == parent)
                    found(place.Name, child);
            }

            at = page.Next;
        }
        while (at is not null);
    }
}
