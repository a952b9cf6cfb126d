using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Corpus.EventStore;
using DynamoToolkit;

namespace Corpus.Programs.EventStreams;

/// <summary>Another writer has appended to the stream.</summary>
public sealed class StreamMovedException(string stream, Exception inner) : Exception($"The stream {stream} has moved on.", inner);

/// <summary>Appends to streams and reads them.</summary>
public sealed class EventStreams(DynamoClient db, DynamoTable<StoredEvent> events, DynamoTable<Snapshot> snapshots)
{
    public async Task AppendAsync(string stream, long expected, IReadOnlyList<StoredEvent> appended, CancellationToken cancellationToken)
    {
        if (appended.Count is 0 or > 90)
            throw new ArgumentOutOfRangeException(nameof(appended));
        var operations = appended.Select((one, i) => events.Put(one with { StreamId = stream, Position = expected + 1 + i }).IfNotExists());
        try
        {
            await db.TransactWriteAsync(operations, cancellationToken);
        }
        catch (TransactWriteCanceledException moved)
        {
            throw new StreamMovedException(stream, moved);
        }
    }

    public async Task<TState> FoldAsync<TState>(
        string stream, Func<byte[]?, TState> begin, Func<TState, StoredEvent, TState> apply, CancellationToken cancellationToken)
    {
        var snapshot = await snapshots.GetAsync(Snapshot.Key(stream), cancellationToken: cancellationToken);
        var state = begin(snapshot?.State);
        var after = StoredEvent.SortKey.GreaterThan(snapshot?.Position ?? 0);
        var rest = events.Query(StoredEvent.Partition(stream), after).ConsistentRead();
        await foreach (var one in rest.WithCancellation(cancellationToken).ConfigureAwait(false))
            state = apply(state, one);
        return state;
    }

    public Task SaveSnapshotAsync(Snapshot snapshot, CancellationToken cancellationToken) =>
        snapshots.Put(snapshot).If(s => s.Position.NotExists() | s.Position < snapshot.Position).ExecuteAsync(cancellationToken);

    public async Task<long> LastPositionAsync(string stream, CancellationToken cancellationToken) =>
        (await events.Query(StoredEvent.Partition(stream)).Descending().FirstOrDefaultAsync(cancellationToken))?.Position ?? 0;
}
