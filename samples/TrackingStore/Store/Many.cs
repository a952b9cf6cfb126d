using DynamoToolkit;

namespace TrackingStore.Store;

/// <summary>Ways of doing many things at once that several stores share.</summary>
internal static class Many
{
    private const int Parallelism = 16;
    private const int BatchLane = 100;

    /// <summary>Puts and deletes any number of items, in no order, in several lanes; an error if some never got through.</summary>
    public static Task BatchAsync(
        this DynamoClient client, IReadOnlyCollection<IWriteOperation> operations, CancellationToken cancellationToken) =>
        ForEachAsync(
            operations.Chunk(BatchLane),
            async (lane, token) => (await client.BatchWriteAsync(lane, token)).ThrowIfIncomplete(),
            cancellationToken);

    /// <summary>Does something for each element, several at a time.</summary>
    public static Task ForEachAsync<T>(
        IEnumerable<T> elements, Func<T, CancellationToken, ValueTask> action, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            elements,
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken },
            action);

    /// <summary>Makes something of each element, several at a time, in the elements' order.</summary>
    public static async Task<TResult[]> MapAsync<T, TResult>(
        IReadOnlyList<T> elements, Func<T, CancellationToken, ValueTask<TResult>> map, CancellationToken cancellationToken)
    {
        var mapped = new TResult[elements.Count];
        await ForEachAsync(
            Enumerable.Range(0, elements.Count), async (i, token) => mapped[i] = await map(elements[i], token), cancellationToken);
        return mapped;
    }
}
