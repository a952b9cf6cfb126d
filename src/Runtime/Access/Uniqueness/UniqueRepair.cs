using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Expressions;
using DynamoToolkit.Patterns.Uniqueness;
using DynamoToolkit.Protocol;

namespace DynamoToolkit;

/// <summary>
/// The repair of a type's unique values: first it deletes reservations of values that their owners do not have, then it reserves what items
/// have. Each fix is a transaction that checks what was read, so that writers may work meanwhile.
/// </summary>
/// <typeparam name="T">The item type.</typeparam>
/// <param name="table">The table.</param>
/// <param name="options">Where to begin, and how much capacity to use.</param>
internal sealed class UniqueRepair<T>(DynamoTable<T> table, SweepOptions options)
    where T : IUniqueItem<T>
{
    private readonly UniqueModel unique = T.Model.Unique!;
    private readonly List<UniqueDuplicate> duplicates = [];
    private long scanned;
    private long reserved;
    private long released;

    /// <summary>Works until the end, or until the capacity is used.</summary>
    /// <exception cref="ArgumentException">The text to continue from is not that of a repair.</exception>
    public Task<UniqueRepairResult> RunAsync(CancellationToken cancellationToken) =>
        SweepLoop.RunAsync(
            options,
            table.Client.Context.Time,
            async (from, budget) =>
            {
                var phases = new SweepPhases(
                    "repair of unique values",
                    ("reservations", at => CheckReservationsAsync(at, budget, cancellationToken)),
                    ("items", at => CheckItemsAsync(at, budget, cancellationToken)));
                return new UniqueRepairResult
                {
                    Next = await phases.PageAsync(from).ConfigureAwait(false),
                    Scanned = scanned,
                    Reserved = reserved,
                    Released = released,
                    Duplicates = duplicates,
                };
            },
            cancellationToken);

    private async Task<PageToken?> CheckReservationsAsync(PageToken? at, SweepBudget budget, CancellationToken cancellationToken)
    {
        var scan = new Scan<Reservation<T>>(table.Handle).PageSize(options.PageSize).Segment(options.Segment, options.Segments)
            .IncludeExpired().ReturnConsumedCapacity();
        var page = await scan.GetPageAsync(at, cancellationToken).ConfigureAwait(false);
        budget.Add(page.ConsumedCapacity);
        foreach (var reservation in page.Items)
        {
            // Other types may have reservations in the table.
            var owner = reservation.Owner;
            if (unique.Constraints.Any(one => one.Name == reservation.Constraint) && T.Model.Matches(owner.Partition, owner.Sort))
                await CheckAsync(reservation, budget, cancellationToken).ConfigureAwait(false);
        }

        return page.Next;
    }

    private async Task<PageToken?> CheckItemsAsync(PageToken? at, SweepBudget budget, CancellationToken cancellationToken)
    {
        var scan = table.Scan().PageSize(options.PageSize).Segment(options.Segment, options.Segments).ReturnConsumedCapacity();
        var page = await scan.GetPageAsync(at, cancellationToken).ConfigureAwait(false);
        budget.Add(page.ConsumedCapacity);
        foreach (var item in page.Items)
        {
            scanned++;
            await CheckAsync(item, budget, cancellationToken).ConfigureAwait(false);
        }

        return page.Next;
    }

    /// <summary>Deletes a reservation if its owner does not have the value.</summary>
    private async Task CheckAsync(Reservation<T> reservation, SweepBudget budget, CancellationToken cancellationToken)
    {
        var owner = await table.Get(reservation.Owner).ConsistentRead().IncludeExpired().ReturnConsumedCapacity()
            .ExecuteAsync(cancellationToken).ConfigureAwait(false);
        budget.Add(owner.ConsumedCapacity);
        var values = owner.HasItem ? HeldValues.Of(unique, owner.Item!) : null;
        if (values?.ByKey.ContainsKey(reservation.Key) == true)
            return;

        var constraint = unique.Find(reservation.Constraint);
        var release = new ReleaseValue<T>(table.Handle, reservation.Owner, reservation.Key)
        {
            Value = new ReservedValue(constraint, reservation.Value, IsReleased: true),
        };
        var obstacle = await FixAsync(reservation.Owner, values, release, budget, cancellationToken).ConfigureAwait(false);
        if (obstacle is null && !release.IsOfOther)
            released++;
    }

    /// <summary>Reserves the values of an item that are not reserved.</summary>
    private async Task CheckAsync(T item, SweepBudget budget, CancellationToken cancellationToken)
    {
        var owner = T.KeyOf(item);
        var values = HeldValues.Of(unique, item);
        foreach (var (key, (constraint, value)) in values.ByKey)
        {
            var place = Reservation<T>.KeyAt(key);
            var get = new GetItem<Reservation<T>>(table.Handle, Reservation<T>.Model, place.Partition, place.Sort)
            {
                IsConsistent = true,
                Capacity = CapacityDetail.Total,
            };
            var found = await get.SendAsync(cancellationToken).ConfigureAwait(false);
            budget.Add(found.Capacity);
            if (found.HasItem && found.Item!.Owner == owner && found.Item.Expires == values.Expires)
                continue;

            // It may be a stray that the first phase has not met: another worker has its segment, or it is newer than that phase.
            if (found.HasItem && found.Item!.Owner != owner)
                await CheckAsync(found.Item, budget, cancellationToken).ConfigureAwait(false);

            var reserve = UniqueWrites<T>.Reserve(table.Handle, owner, key, constraint, value, values.Expires);
            switch (await FixAsync(owner, values, reserve, budget, cancellationToken).ConfigureAwait(false))
            {
                case null:
                    reserved++;
                    break;
                case UniqueValueTakenException taken:
                    duplicates.AddRange(taken.Values.Select(one => new UniqueDuplicate(owner.Partition, owner.Sort, one)));
                    break;
            }
        }
    }

    /// <summary>Fixes a reservation, if the item has the values with which it was read.</summary>
    /// <param name="owner">The item's key.</param>
    /// <param name="values">Its values; null if it must not exist.</param>
    /// <param name="fix">The write of the reservation.</param>
    /// <param name="budget">Counts what it uses.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Why nothing was written: the value is taken, or a writer changed the item, and with it the reservation; or null.</returns>
    private async Task<Exception?> FixAsync(
        ItemKey<T> owner, HeldValues? values, Protocol.WriteRequest fix, SweepBudget budget, CancellationToken cancellationToken)
    {
        var exists = new ExistenceCondition(new AttributePath(T.Model.Partition.AttributeName), exists: values is not null);
        var check = new TransactConditionCheck<T>(table.Handle, owner)
        {
            Condition = values is null ? exists : exists & values.AreStored(),
            Capacity = CapacityDetail.Total,
        };
        try
        {
            budget.Add((await WriteGroup.SendAsync<T>(check, [fix], cancellationToken).ConfigureAwait(false)).Capacity);
            return null;
        }
        catch (Exception error) when (error is ConditionalCheckFailedException or UniqueValueTakenException)
        {
            // Two writes in a transaction.
            budget.AddFailedCondition(units: 4);
            return error;
        }
    }
}
