namespace DynamoToolkit;

/// <summary>Brings trigram indexes up to date with the items.</summary>
public static class TrigramRepairExtensions
{
    private static readonly TimeSpan DefaultMinAge = TimeSpan.FromHours(1);

    /// <summary>
    /// Indexes the items that are not in the type's trigram indexes, such as those from before a member had
    /// <see cref="TrigramIndexedAttribute"/>, and deletes postings of texts that their items do not have. Call it until
    /// <see cref="SweepResult.Next"/> is null; it may be stopped and continued at any time, and repeated. Writers may work meanwhile.
    /// </summary>
    /// <remarks>
    /// It scans the table twice, reads each posting of each item, and reads the owner of the postings on each page. A search never returns
    /// what a surplus posting says: such a posting costs a read, so the repair may run rarely.
    /// </remarks>
    /// <typeparam name="T">The item type.</typeparam>
    /// <param name="table">The table.</param>
    /// <param name="options">Where to begin, and how much capacity to use.</param>
    /// <param name="minAge">
    /// How old a posting is at least that is deleted: longer than any write of an item takes, because the postings of an item are written
    /// before the item. One hour by default.
    /// </param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="InvalidOperationException">The service did not process a batch despite retries.</exception>
    public static Task<TrigramRepairResult> RepairTrigramsAsync<T>(
        this DynamoTable<T> table,
        SweepOptions? options = null,
        TimeSpan? minAge = null,
        CancellationToken cancellationToken = default)
        where T : ITrigramItem<T>
    {
        ArgumentNullException.ThrowIfNull(table);
        return new TrigramRepair<T>(table, options ?? new SweepOptions(), minAge ?? DefaultMinAge).RunAsync(cancellationToken);
    }
}
