using System.Security.Cryptography;
using System.Text;
using DynamoToolkit.Protocol;

namespace DynamoToolkit;

/// <summary>
/// The marks that say whether the indexes that a worker keeps can be searched. First a worker begins, and then a repair works through the
/// table: so each item was indexed by the one, or changed in sight of the other.
/// </summary>
/// <typeparam name="T">The item type.</typeparam>
/// <param name="table">The table.</param>
internal sealed class UpkeepMarks<T>(TableHandle table)
    where T : IItem<T>
{
    /// <summary>How long a search relies on what it read: so long it does not see that another consumer has begun.</summary>
    private static readonly TimeSpan KnownFor = TimeSpan.FromMinutes(1);

    private readonly MarkWrites<T> marks = new(table);

    private static string TypeName => T.Model.ItemType.Name;

    /// <summary>The names of the type and of its base classes, whose workers keep its indexes as well.</summary>
    private static IEnumerable<string> TypeNames
    {
        get
        {
            for (var type = T.Model.ItemType; type is not null && type != typeof(object); type = type.BaseType)
                yield return type.Name;
        }
    }

    private static IReadOnlyList<TrigramIndex> Indexes => T.Model.Trigrams!.OfStream;

    /// <summary>Notes that a worker knows of all changes from now on, unless it has begun before.</summary>
    public async Task StartAsync(UpkeepStart start, CancellationToken cancellationToken)
    {
        foreach (var index in Indexes)
        {
            foreach (var name in TypeNames)
            {
                // The worker of a base class may have ended: then items of this type are this worker's, and it may have missed changes.
                var key = UpkeepMark<T>.KeyOf(name, index);
                if (name == TypeName || (await marks.ReadAsync(key, cancellationToken).ConfigureAwait(false))?.Upkeep is not null)
                    await marks.KeepAsync(key, start, target: "", cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Notes that changes have passed by the worker.</summary>
    public async Task MissAsync(CancellationToken cancellationToken)
    {
        foreach (var index in Indexes)
        {
            foreach (var name in TypeNames)
                await marks.MissAsync(UpkeepMark<T>.KeyOf(name, index), cancellationToken).ConfigureAwait(false);
            table.Client.SearchableIndexes.TryRemove((table.Name, index.Name, typeof(T)), out _);
        }
    }

    /// <summary>Notes that a repair begins.</summary>
    /// <returns>What <see cref="EndAsync"/> compares: which upkeep the repair began under.</returns>
    public async Task<string> BeginAsync(CancellationToken cancellationToken)
    {
        foreach (var index in Indexes)
            await marks.TouchAsync(UpkeepMark<T>.KeyOf(TypeName, index), cancellationToken).ConfigureAwait(false);
        return NameOf(await ReadAsync(cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Notes that a repair has worked through its part of the table, unless a worker has begun meanwhile.</summary>
    public async Task EndAsync(string run, SweepOptions options, CancellationToken cancellationToken)
    {
        var now = await ReadAsync(cancellationToken).ConfigureAwait(false);
        if (NameOf(now) != run)
            return;
        foreach (var mark in now)
        {
            if (mark.Upkeep is { } upkeep)
            {
                await marks.TryNoteAsync(mark.Key, upkeep, UpkeepMark<T>.DoneName(options), upkeep, cancellationToken)
                    .ConfigureAwait(false);
            }
        }
    }

    /// <summary>Checks that an index can be searched.</summary>
    /// <exception cref="InvalidOperationException">A worker keeps the index, but none ever has, or not all items are in it.</exception>
    public async Task RequireAsync(TrigramIndex index, CancellationToken cancellationToken)
    {
        var known = (table.Name, index.Name, typeof(T));
        if (index.Upkeep is not TrigramUpkeep.Stream
            || (table.Client.SearchableIndexes.TryGetValue(known, out var readAt) && table.Time.GetElapsedTime(readAt) < KnownFor))
        {
            return;
        }

        var now = table.Time.GetTimestamp();
        if (await FindProblemAsync(index, cancellationToken).ConfigureAwait(false) is { } problem)
        {
            throw new InvalidOperationException(
                $"The trigram index '{index.Name}' of {TypeName} is kept by a worker that reads the stream of the table "
                + $"'{table.Name}', and {problem}");
        }

        table.Client.SearchableIndexes[known] = now;
    }

    /// <summary>The marks of indexes that a worker has kept, and that writers keep now.</summary>
    public async Task<IReadOnlyList<UpkeepMark<T>>> FindFormerAsync(CancellationToken cancellationToken)
    {
        List<UpkeepMark<T>> former = [];
        foreach (var index in T.Model.Trigrams!.OfWriters)
        {
            if (await marks.ReadAsync(UpkeepMark<T>.KeyOf(TypeName, index), cancellationToken).ConfigureAwait(false) is { } mark)
                former.Add(mark);
        }

        return former;
    }

    /// <summary>
    /// Notes that a part of the table is clean of what a worker kept. When the whole table is, the mark is deleted, so that nobody relies
    /// on it later.
    /// </summary>
    public async Task CleanAsync(UpkeepMark<T> former, SweepOptions options, CancellationToken cancellationToken)
    {
        var name = UpkeepMark<T>.CleanedName(options);
        if (await marks.TryNoteAsync(former.Key, former.Upkeep, name, former.Upkeep ?? "", cancellationToken).ConfigureAwait(false)
            && await marks.ReadAsync(former.Key, cancellationToken).ConfigureAwait(false) is { IsCleaned: true } mark)
        {
            await marks.TryDeleteAsync(mark, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Why an index can't be searched; null if it can.</summary>
    private async Task<string?> FindProblemAsync(TrigramIndex index, CancellationToken cancellationToken)
    {
        // A worker of a base class may keep the index as well. Nobody knows which of the workers still runs, so all must be right.
        var isKept = false;
        foreach (var name in TypeNames)
        {
            var mark = await marks.ReadAsync(UpkeepMark<T>.KeyOf(name, index), cancellationToken).ConfigureAwait(false);
            if (mark?.Upkeep is null)
                continue;
            if (!mark.IsDone())
            {
                return $"no repair has worked through the table since the consumer '{mark.Consumer}' began with it or missed changes, so "
                    + $"items may be missing. Call RepairTrigramsAsync<{name}>() once, until its Next is null.";
            }

            isKept = true;
        }

        return isKept
            ? null
            : "none has ever begun, so items would be missing. Run a consumer of the stream with "
                + $"AddTrigramMaterializer<{TypeName}>(). Then call RepairTrigramsAsync<{TypeName}>() once, until its Next is null.";
    }

    private async Task<List<UpkeepMark<T>>> ReadAsync(CancellationToken cancellationToken)
    {
        List<UpkeepMark<T>> found = [];
        foreach (var index in Indexes)
        {
            if (await marks.ReadAsync(UpkeepMark<T>.KeyOf(TypeName, index), cancellationToken).ConfigureAwait(false) is { } mark)
                found.Add(mark);
        }

        return found;
    }

    /// <summary>A name of the upkeep of all indexes: it differs as soon as that of one does.</summary>
    private static string NameOf(IEnumerable<UpkeepMark<T>> all)
    {
        var text = string.Join('\n', all.Select(static mark => $"{mark.Key.Sort}\t{mark.Upkeep}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
    }
}
