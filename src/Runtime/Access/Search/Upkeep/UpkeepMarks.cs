using System.Globalization;
using DynamoToolkit.Expressions;
using DynamoToolkit.Protocol;
using ConditionalCheckFailedException = Amazon.DynamoDBv2.Model.ConditionalCheckFailedException;

namespace DynamoToolkit;

/// <summary>
/// Reads and writes the marks that say whether the indexes that a worker keeps can be searched. First a worker begins, and then a repair
/// works through the table: so each item was indexed by the one, or changed in sight of the other.
/// </summary>
/// <typeparam name="T">The item type.</typeparam>
/// <param name="table">The table.</param>
internal sealed class UpkeepMarks<T>(TableHandle table)
    where T : IItem<T>
{
    private static string TypeName => T.Model.ItemType.Name;

    private static IReadOnlyList<TrigramIndex> Indexes => T.Model.Trigrams!.OfStream;

    /// <summary>Notes that a worker knows of all changes from now on, unless one has begun before.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var index in Indexes)
        {
            await TryUpdateAsync(
                UpkeepMark<T>.KeyOf(TypeName, index),
                new ExistenceCondition(new AttributePath(UpkeepMark<T>.StartedName), exists: false),
                UpkeepMark<T>.StartedName,
                table.Time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
                cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Notes that a repair begins with a part of the table, if a worker has begun before.</summary>
    /// <returns>The repair's name for <see cref="EndAsync"/>.</returns>
    public async Task<string> BeginAsync(SweepOptions options, CancellationToken cancellationToken)
    {
        var run = Guid.NewGuid().ToString("N");
        foreach (var index in Indexes)
        {
            await TryUpdateAsync(
                UpkeepMark<T>.KeyOf(TypeName, index),
                new ExistenceCondition(new AttributePath(UpkeepMark<T>.StartedName), exists: true),
                UpkeepMark<T>.BegunName(options.Segment, options.Segments),
                run,
                cancellationToken).ConfigureAwait(false);
        }

        return run;
    }

    /// <summary>Notes that a repair has worked through its part of the table, unless it began before a worker did.</summary>
    public async Task EndAsync(string run, SweepOptions options, CancellationToken cancellationToken)
    {
        foreach (var index in Indexes)
        {
            var begun = new AttributePath(UpkeepMark<T>.BegunName(options.Segment, options.Segments));
            await TryUpdateAsync(
                UpkeepMark<T>.KeyOf(TypeName, index),
                new EqualsKeyCondition(begun, KeyValue.Of(run)),
                UpkeepMark<T>.DoneName(options.Segment, options.Segments),
                run,
                cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Checks that an index can be searched.</summary>
    /// <exception cref="InvalidOperationException">A worker keeps the index, but none ever has, or not all items are in it.</exception>
    public async Task RequireAsync(TrigramIndex index, CancellationToken cancellationToken)
    {
        var known = (table.Name, index.Name, typeof(T));
        if (index.Upkeep is not TrigramUpkeep.Stream || table.Client.SearchableIndexes.ContainsKey(known))
            return;

        // A worker of a base class keeps the index as well.
        var isStarted = false;
        for (var type = T.Model.ItemType; type is not null && type != typeof(object); type = type.BaseType)
        {
            var found = await UpkeepMark<T>.Get(table, UpkeepMark<T>.KeyOf(type.Name, index)).SendAsync(cancellationToken)
                .ConfigureAwait(false);
            if (found.Item is not { IsStarted: true } mark)
                continue;
            isStarted = true;
            if (!mark.IsRepaired)
                continue;
            table.Client.SearchableIndexes[known] = true;
            return;
        }

        throw new InvalidOperationException(
            $"The trigram index '{index.Name}' of {TypeName} is kept by a worker that reads the stream of the table '{table.Name}', and "
            + (isStarted
                ? "no repair has worked through the table since the first one began, so items from before it may be missing. "
                : "none has ever begun, so items would be missing. "
                    + $"Run a consumer of the stream with AddTrigramMaterializer<{TypeName}>(). Then ")
            + (isStarted ? "Call " : "call ")
            + $"RepairTrigramsAsync<{TypeName}>() once, until its Next is null.");
    }

    /// <summary>The marks of indexes that a worker has kept, and that writers keep now.</summary>
    public async Task<IReadOnlyList<ItemKey<UpkeepMark<T>>>> FindFormerAsync(CancellationToken cancellationToken)
    {
        List<ItemKey<UpkeepMark<T>>> former = [];
        foreach (var index in T.Model.Trigrams!.OfWriters)
        {
            var key = UpkeepMark<T>.KeyOf(TypeName, index);
            if ((await UpkeepMark<T>.Get(table, key).SendAsync(cancellationToken).ConfigureAwait(false)).HasItem)
                former.Add(key);
        }

        return former;
    }

    /// <summary>Deletes a mark, so that nobody relies on it later.</summary>
    public Task DeleteAsync(ItemKey<UpkeepMark<T>> key, CancellationToken cancellationToken) =>
        new PlainDelete<UpkeepMark<T>>(table, key).SendAsync<UpkeepMark<T>>(cancellationToken);

    private async Task TryUpdateAsync(
        ItemKey<UpkeepMark<T>> key, Condition condition, string name, string value, CancellationToken cancellationToken)
    {
        var update = new UpdateItem<UpkeepMark<T>>(table, key) { Condition = condition };
        update.Add(new SetKeyAction(new AttributePath(name), KeyValue.Of(value), key: null));
        try
        {
            await update.SendAsync<UpkeepMark<T>>(cancellationToken).ConfigureAwait(false);
        }
        catch (ConditionalCheckFailedException)
        {
            // Another worker has begun before, or none; or another repair has begun since.
        }
    }
}
