using System.Runtime.CompilerServices;

namespace TrackingStore.Store;

/// <summary>Merges sorted sequences, which it begins to read together.</summary>
internal static class Merging
{
    /// <summary>The elements of all sequences, in order.</summary>
    /// <param name="sequences">The sequences, each in the order of the keys.</param>
    /// <param name="keyOf">The key of an element.</param>
    /// <param name="order">The order of the keys.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public static async IAsyncEnumerable<T> MergeAsync<T, TKey>(
        IEnumerable<IAsyncEnumerable<T>> sequences,
        Func<T, TKey> keyOf,
        IComparer<TKey> order,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var sources = new PriorityQueue<IAsyncEnumerator<T>, TKey>(order);
        var open = new List<IAsyncEnumerator<T>>();
        try
        {
            foreach (var sequence in sequences) open.Add(sequence.GetAsyncEnumerator(cancellationToken));
            var isFull = new bool[open.Count];
            await Many.ForEachAsync(
                Enumerable.Range(0, open.Count), async (i, _) => isFull[i] = await open[i].MoveNextAsync(), cancellationToken);
            foreach (var (_, source) in open.Index().Where(numbered => isFull[numbered.Index]))
                sources.Enqueue(source, keyOf(source.Current));

            while (sources.TryDequeue(out var source, out _))
            {
                yield return source.Current;
                if (await source.MoveNextAsync()) sources.Enqueue(source, keyOf(source.Current));
            }
        }
        finally
        {
            foreach (var source in open) await source.DisposeAsync();
        }
    }
}
