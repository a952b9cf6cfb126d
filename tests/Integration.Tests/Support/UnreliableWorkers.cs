using System.Runtime.InteropServices;

namespace DynamoToolkit.Integration.Tests.Support;

/// <summary>
/// Workers that deliver what a stream has recorded twice, late and out of order. Each item is one worker's, which restarts now and then. A
/// late one has records of all items, and goes on for a while when it should not.
/// </summary>
/// <param name="stream">The stream.</param>
/// <param name="writing">The writers. The workers end when these have, and all changes are delivered.</param>
/// <param name="seed">What decides the draws.</param>
/// <param name="cancellationToken">Ends the workers early.</param>
internal sealed class UnreliableWorkers(RecordedStream stream, Task writing, int seed, CancellationToken cancellationToken)
{
    private const int Count = 3;

    private readonly Dictionary<string, int> delivered = [];

    /// <summary>Runs all workers, the late one among them.</summary>
    public Task RunAsync() => Task.WhenAll(
    [
        .. Enumerable.Range(0, Count).Select(worker => Task.Run(() => WorkAsync(worker, DrawsOf(50 + worker)), cancellationToken)),
        Task.Run(() => BeLateAsync(DrawsOf(90)), cancellationToken),
    ]);

    /// <summary>Runs one more late worker, after everything.</summary>
    public Task BeLateAsync() => BeLateAsync(DrawsOf(91));

    private async Task WorkAsync(int worker, Random random)
    {
        while (true)
        {
            var isLast = writing.IsCompleted;
            var mine = stream.Items.Where(item => (uint)item.GetHashCode(StringComparison.Ordinal) % Count == worker).ToList();
            random.Shuffle(CollectionsMarshal.AsSpan(mine));
            foreach (var item in mine)
            {
                int position;
                lock (delivered)
                    position = delivered.GetValueOrDefault(item);

                // After a restart it begins at its last checkpoint, which may be some changes back.
                if (random.Next(4) == 0)
                    position = Math.Max(0, position - random.Next(5));
                for (var count = stream.CountOf(item); position < count; position++)
                    await stream.DeliverAsync(item, position, cancellationToken);
                lock (delivered)
                    delivered[item] = position;
            }

            if (isLast)
                return;
            await Task.Yield();
        }
    }

    private async Task BeLateAsync(Random random)
    {
        for (var i = 0; i < 40 || !writing.IsCompleted; i++)
        {
            if (stream.Items is { Count: > 0 } items)
            {
                var item = items[random.Next(items.Count)];
                await stream.DeliverAsync(item, random.Next(stream.CountOf(item)), cancellationToken);
            }

            await Task.Yield();
        }
    }

    private Random DrawsOf(int number) => new((seed * 100) + number);
}
