namespace DynamoToolkit.Patterns.Materializers;

/// <summary>Computes the materialized members of all items of a type anew.</summary>
/// <typeparam name="T">The item type.</typeparam>
/// <param name="table">The table.</param>
/// <param name="options">Where to begin, and how much capacity to use.</param>
internal sealed class MaterializedBackfill<T>(DynamoTable<T> table, SweepOptions options)
    where T : IMaterializedItem<T>
{
    private readonly IReadOnlyList<Materializer> materializers = new MaterializerFactory(table.Client).Of(T.Model);
    private long scanned;
    private long changed;

    /// <summary>Works until the end, or until the capacity is used.</summary>
    public Task<MaterializedBackfillResult> RunAsync(CancellationToken cancellationToken) =>
        SweepLoop.RunAsync(
            options,
            table.Client.Context.Time,
            async (from, budget) => new MaterializedBackfillResult
            {
                Next = await RebuildPageAsync(from, budget, cancellationToken).ConfigureAwait(false),
                Scanned = scanned,
                Changed = changed,
            },
            cancellationToken);

    private async Task<string?> RebuildPageAsync(string? from, SweepBudget budget, CancellationToken cancellationToken)
    {
        var scan = new Scan<MaterializedParent<T>>(table.Handle).PageSize(options.PageSize).Segment(options.Segment, options.Segments)
            .ReturnConsumedCapacity();
        var page = await scan.GetPageAsync(from is null ? null : PageToken.Parse(from), cancellationToken).ConfigureAwait(false);
        budget.Add(page.ConsumedCapacity);
        foreach (var parent in page.Items)
        {
            scanned++;
            foreach (var materializer in materializers)
            {
                var isChanged = await materializer
                    .RebuildAsync(parent.Key.Partition, parent.Key.Sort, onlyIfNew: false, budget, cancellationToken)
                    .ConfigureAwait(false);
                if (isChanged)
                    changed++;
            }
        }

        return page.Next?.ToString();
    }
}
