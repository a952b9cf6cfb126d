using DynamoToolkit.Expressions;
using DynamoToolkit.Protocol;
using ConditionalCheckFailedException = Amazon.DynamoDBv2.Model.ConditionalCheckFailedException;
using TransactionConflictException = Amazon.DynamoDBv2.Model.TransactionConflictException;

namespace DynamoToolkit.Patterns.Materializers;

/// <summary>Reads and writes one materialized member of parents.</summary>
/// <typeparam name="TParent">The type of the parents.</typeparam>
/// <param name="table">The table.</param>
/// <param name="member">The member.</param>
internal sealed class MaterializedTarget<TParent>(TableHandle table, MaterializedMember member)
    where TParent : IItem<TParent>
{
    /// <summary>How many positions of deleted children one write forgets.</summary>
    private const int MaxForgotten = 4;

    private readonly AttributePath content = new(member.AttributeName);
    private readonly AttributePath source = new(member.SourceAttributeName);

    /// <summary>Reads what a parent holds of the member; null if there is no such parent.</summary>
    public async Task<MaterializedState?> ReadAsync(ItemKey<TParent> key, SweepBudget? budget, CancellationToken cancellationToken)
    {
        var get = new GetItem<MaterializedParent<TParent>>(table, MaterializedParent<TParent>.Model, key.Partition, key.Sort)
        {
            IsConsistent = true,
            Capacity = SweepBudget.DetailFor(budget),
        };
        var found = await get.SendAsync(cancellationToken).ConfigureAwait(false);
        budget?.Add(found.Capacity);
        return found.HasItem ? found.Item!.StateOf(member) : null;
    }

    /// <summary>Writes the whole member, if nobody else has written it since it was read.</summary>
    /// <param name="key">The key of the parent.</param>
    /// <param name="before">What was read.</param>
    /// <param name="set">What writes or removes the content: what <see cref="Set(byte[])"/> or <see cref="Set(long)"/> returns.</param>
    /// <param name="after">Where it comes from.</param>
    /// <param name="budget">Counts what it uses; null to count nothing.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether it was written.</returns>
    public async Task<bool> TryReplaceAsync(
        ItemKey<TParent> key,
        MaterializedState before,
        UpdateAction set,
        MaterializedSource after,
        SweepBudget? budget,
        CancellationToken cancellationToken)
    {
        var isUnchanged = before.Source is { } known
            ? IsOf(known) & new EqualsKeyCondition(source.Member(MaterializedSource.NumberName), KeyValue.Of(known.Number))
            : new ExistenceCondition(source, exists: false);
        UpdateAction[] actions = [set, new SetStoredAction(source, after.ToJson())];
        var written = await TryUpdateAsync(key, isUnchanged, actions, ReturnedItem.None, budget, cancellationToken).ConfigureAwait(false);
        return written is not null;
    }

    /// <summary>Writes one place of a map, if nobody else has written that place since the map was read.</summary>
    /// <param name="key">The key of the parent.</param>
    /// <param name="known">Where the map that was read comes from.</param>
    /// <param name="name">The key in the map.</param>
    /// <param name="value">The new value; the default value for none.</param>
    /// <param name="change">The change of the child that the place contains afterwards.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What the parent holds of the member afterwards; null if it was not written.</returns>
    public async Task<MaterializedState?> TryChangeAsync(
        ItemKey<TParent> key, MaterializedSource known, string name, KeyValue value, string change, CancellationToken cancellationToken)
    {
        var now = table.Time.GetUtcNow();
        var position = new SourcePosition(change, DeletedAt: null, known.Number);
        if (value.IsNone)
            position = position.Deleted(now);
        var positions = source.Member(MaterializedSource.PositionsName);
        var place = positions.Member(name);
        Condition isUnchanged = known.Positions.TryGetValue(name, out var before)
            ? new EqualsKeyCondition(place, KeyValue.Of(before))
            : new ExistenceCondition(place, exists: false);
        List<UpdateAction> actions =
        [
            value.IsNone ? new RemoveAction(content.Member(name)) : new SetKeyAction(content.Member(name), value, key: null),
            new SetKeyAction(place, KeyValue.Of(position.ToString()), key: null),
            new IncrementAction(source.Member(MaterializedSource.NumberName)),
        ];
        var condition = IsOf(known) & isUnchanged & new ExistenceCondition(content, exists: true);

        // Others may have met the same old position of a deleted child, and of a new one with its key.
        foreach (var (other, old) in known.Positions.Where(one => one.Key != name && HasExpired(one.Value)).Take(MaxForgotten))
        {
            condition &= new EqualsKeyCondition(positions.Member(other), KeyValue.Of(old));
            actions.Add(new RemoveAction(positions.Member(other)));
        }

        var written = await TryUpdateAsync(key, condition, actions, ReturnedItem.New, budget: null, cancellationToken)
            .ConfigureAwait(false);
        return written?.Item!.StateOf(member);

        bool HasExpired(string old) => SourcePosition.Parse(old).HasExpired(now);
    }

    /// <summary>Writes a number as the content.</summary>
    public UpdateAction Set(long number) => new SetKeyAction(content, KeyValue.Of(number), key: null);

    /// <summary>Writes the content as it is stored; null removes it.</summary>
    public UpdateAction Set(byte[]? json) => json is null ? new RemoveAction(content) : new SetStoredAction(content, json);

    private EqualsKeyCondition IsOf(MaterializedSource known) =>
        new(source.Member(MaterializedSource.IdName), KeyValue.Of(known.Id));

    private async Task<ItemResponse<MaterializedParent<TParent>>?> TryUpdateAsync(
        ItemKey<TParent> key,
        Condition condition,
        IEnumerable<UpdateAction> actions,
        ReturnedItem returned,
        SweepBudget? budget,
        CancellationToken cancellationToken)
    {
        var parent = new AttributePath(TParent.Model.Partition.AttributeName);
        var update = new UpdateItem<MaterializedParent<TParent>>(table, new ItemKey<MaterializedParent<TParent>>(key.Partition, key.Sort))
        {
            Condition = new ExistenceCondition(parent, exists: true) & condition,
            Returned = returned,
            Capacity = SweepBudget.DetailFor(budget),
        };
        foreach (var action in actions)
            update.Add(action);
        try
        {
            var response = await update.SendAsync<MaterializedParent<TParent>>(cancellationToken).ConfigureAwait(false);
            budget?.Add(response.Capacity);
            return response;
        }
        catch (Exception error) when (error is ConditionalCheckFailedException or TransactionConflictException)
        {
            budget?.AddFailedCondition();
            return null;
        }
    }
}
