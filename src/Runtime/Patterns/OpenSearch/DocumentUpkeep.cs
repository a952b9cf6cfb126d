using System.Globalization;
using DynamoToolkit.Protocol;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Patterns.OpenSearch;

/// <summary>
/// Makes documents say what the table holds: it reads the version of a document, then the item, and writes the document on the condition
/// that it still has that version. So neither the order in which changes arrive nor how often they do matters, and two workers do not
/// overwrite each other: whoever read the item first fails, and reads again.
/// </summary>
/// <typeparam name="T">The item type.</typeparam>
/// <param name="connection">The connection.</param>
/// <param name="table">The table.</param>
/// <param name="model">What the documents have.</param>
internal sealed class DocumentUpkeep<T>(OpenSearchConnection connection, DynamoTable<T> table, DocumentModel model)
    where T : ITrigramItem<T>
{
    /// <summary>
    /// The size at which a bulk request is sent. Small domains take at most 10 MiB; one document has at most about 1 MiB, because an item
    /// has 400 KB.
    /// </summary>
    private const int MaxBulkBytes = 4 * 1024 * 1024;

    private const int MaxNamed = 10;

    /// <summary>Brings the documents of items up to date.</summary>
    /// <param name="keys">The items' keys; some may occur several times.</param>
    /// <param name="index">The name of the index.</param>
    /// <param name="attempts">The maximum number of attempts, if others write a document too or OpenSearch has no time.</param>
    /// <param name="budget">Counts the capacity of the reads; null if nobody wants to know.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>How many documents were written, and how many deleted.</returns>
    /// <exception cref="OpenSearchException">OpenSearch failed, or refused documents; the message has their items' keys.</exception>
    public async Task<(int Written, int Deleted)> UpdateAsync(
        IEnumerable<ItemKey<T>> keys, string index, int attempts, SweepBudget? budget, CancellationToken cancellationToken)
    {
        var (written, deleted) = (0, 0);
        var refused = new List<(ItemKey<T> Key, DocumentResult Result)>();
        foreach (var chunk in keys.Distinct().Chunk(BatchGetItem.MaxKeys))
        {
            List<ItemKey<T>> left = [.. chunk];
            var backoff = new Backoff(table.Client.Context);
            for (var attempt = 1; ; attempt++)
            {
                List<(ItemKey<T> Key, DocumentResult Result)> repeat = [];
                try
                {
                    foreach (var (key, write, result) in await WriteAsync(left, index, budget, cancellationToken).ConfigureAwait(false))
                    {
                        if (result.IsDone)
                            (written, deleted) = write.Item is null ? (written, deleted + 1) : (written + 1, deleted);
                        else
                            (result.IsRepeatable ? repeat : refused).Add((key, result));
                    }
                }
                catch (OpenSearchException error) when (error.IsTransient && attempt < attempts)
                {
                    await backoff.WaitAsync(cancellationToken).ConfigureAwait(false);
                    continue;
                }

                if (repeat.Count == 0)
                    break;
                if (attempt == attempts)
                    throw Failed("did not get to", repeat, repeat.Find(static one => !one.Result.IsConflict).Result.Status);
                left = [.. repeat.Select(static one => one.Key)];
                await backoff.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        return refused.Count == 0 ? (written, deleted) : throw Failed("refused", refused, refused[0].Result.Status);
    }

    private async Task<List<(ItemKey<T> Key, DocumentWrite Write, DocumentResult Result)>> WriteAsync(
        List<ItemKey<T>> keys, string index, SweepBudget? budget, CancellationToken cancellationToken)
    {
        // The version comes first: if the item changes after it was read, a newer document may be there before this one is.
        var ids = keys.ConvertAll(DocumentId.Of);
        var versions = await VersionsAsync(ids, index, cancellationToken).ConfigureAwait(false);
        var items = await ReadAsync(keys, budget, cancellationToken).ConfigureAwait(false);

        List<(ItemKey<T> Key, DocumentWrite Write, DocumentResult Result)> results = [];
        List<(ItemKey<T> Key, DocumentWrite Write)> pending = [];
        using var body = WireBuffer.Rent();
        for (var i = 0; i < keys.Count; i++)
        {
            object? item = items.TryGetValue(keys[i], out var found) && model.HasDocument(found) ? found : null;
            if (item is null && versions[i] is null)
                continue;

            var write = new DocumentWrite(ids[i], item, (keys[i].Partition.ToString(), keys[i].Sort.ToString()), versions[i]);
            write.Append(body, model);
            pending.Add((keys[i], write));
            if (body.Length >= MaxBulkBytes)
                await FlushAsync().ConfigureAwait(false);
        }

        if (pending.Count > 0)
            await FlushAsync().ConfigureAwait(false);
        return results;

        async Task FlushAsync()
        {
            var outcomes = await SendAsync(pending.ConvertAll(static one => one.Write), body, index, cancellationToken)
                .ConfigureAwait(false);
            results.AddRange(pending.Zip(outcomes, static (one, outcome) => (one.Key, one.Write, outcome)));
            pending.Clear();
            body.Clear();
        }
    }

    private async Task<List<StoredVersion?>> VersionsAsync(List<string> ids, string index, CancellationToken cancellationToken)
    {
        using var body = WireBuffer.Rent();
        StoredVersion.WriteRequest(body, ids);
        return await connection.SendAsync(
            HttpMethod.Post,
            $"{index}/_mget",
            body.WrittenMemory,
            connection.Options.WriteTimeout,
            answer => StoredVersion.ReadAll(answer, ids),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads items consistently.</summary>
    /// <param name="keys">The items' keys, each once.</param>
    /// <param name="budget">Counts the capacity of the reads; null if nobody wants to know.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Those that exist.</returns>
    public async Task<Dictionary<ItemKey<T>, T>> ReadAsync(
        IReadOnlyCollection<ItemKey<T>> keys, SweepBudget? budget, CancellationToken cancellationToken)
    {
        var options = new BatchGetOptions { ConsistentRead = true, ReturnConsumedCapacity = CapacityDetail.Total };
        var found = await table.BatchGetAsync(keys, options, cancellationToken).ConfigureAwait(false);
        foreach (var used in found.ConsumedCapacity)
            budget?.Add(used);
        found.ThrowIfIncomplete();
        return found.Items.ToDictionary(static item => T.KeyOf(item));
    }

    private async Task<List<DocumentResult>> SendAsync(
        List<DocumentWrite> writes, WireBuffer body, string index, CancellationToken cancellationToken) =>
        await connection.SendLinesAsync(
            $"{index}/_bulk",
            body.WrittenMemory,
            connection.Options.WriteTimeout,
            answer =>
            {
                // "errors" sums the results up. Each is read nevertheless, so that none can be lost.
                var results = answer.GetProperty("items").EnumerateArray().ToList();
                if (results.Count != writes.Count)
                    throw new FormatException($"There are {results.Count} results of {writes.Count} writes.");
                return writes.Zip(results, static (write, result) => write.Read(result)).ToList();
            },
            cancellationToken).ConfigureAwait(false);

    private static OpenSearchException Failed(string what, List<(ItemKey<T> Key, DocumentResult Result)> failures, int status)
    {
        var named = failures.Take(MaxNamed).Select(
            static failure => $"{failure.Key}: {failure.Result.ErrorType}, status {failure.Result.Status}. {failure.Result.Reason}");
        var count = failures.Count.ToString(CultureInfo.InvariantCulture);
        return new OpenSearchException(
            $"OpenSearch {what} the documents of {count} items of {typeof(T).Name}: {string.Join("; ", named)}",
            failures[0].Result.ErrorType,
            status);
    }
}
