using System.Diagnostics.CodeAnalysis;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Protocol;

namespace DynamoToolkit.Patterns.Versioning;

/// <summary>One transaction of a save: what it sends, and what its failure means.</summary>
/// <typeparam name="T">The item type.</typeparam>
internal sealed class VersionAttempt<T> : IDisposable
    where T : class, IVersionedItem<T>
{
    private readonly TableHandle table;
    private readonly VersionBytes<T> bytes;
    private readonly long expected;
    private readonly string? writeId;
    private readonly bool comparesLatestOnly;
    private readonly IReadOnlyList<IWriteOperation> required;
    private readonly PutLatest<T> latest;

    /// <param name="table">The table.</param>
    /// <param name="item">The version, with everything that the save sets.</param>
    /// <param name="expected">The latest version that the writer saw; 0 for none.</param>
    /// <param name="writeId">The id of the write; null for none.</param>
    /// <param name="comparesLatestOnly">Whether the members that only the copy stores must be the stored ones.</param>
    /// <param name="required">The checks of other items that the save depends on.</param>
    public VersionAttempt(
        TableHandle table, T item, long expected, string? writeId, bool comparesLatestOnly, IReadOnlyList<IWriteOperation> required)
    {
        this.table = table;
        this.expected = expected;
        this.writeId = writeId;
        this.required = required;
        this.comparesLatestOnly = comparesLatestOnly && Versions.LatestOnlyAttributes.Count > 0;
        bytes = new VersionBytes<T>(item, writeId);
        latest = new PutLatest<T>(table, bytes, expected, writeId, this.comparesLatestOnly);
        var version = new PutVersion<T>(table, bytes) { ReturnsItemOnFailure = writeId is not null };
        Operations = [new VersionWrite(version), new VersionWrite(latest), .. required];
    }

    /// <summary>The new version.</summary>
    public T Item => bytes.Item;

    /// <summary>The puts of the version and of its copy, and then the checks of other items.</summary>
    public IReadOnlyList<IWriteOperation> Operations { get; }

    private static VersionModel Versions => T.Model.Versions!;

    /// <summary>Sends the transaction.</summary>
    public async Task<VersionSaveResult<T>> SendAsync(CapacityDetail capacity, CancellationToken cancellationToken)
    {
        try
        {
            var result = await VersionTransaction.SendAsync(table.Client, Operations, capacity, cancellationToken).ConfigureAwait(false);
            return new()
            {
                Item = Item,
                Version = Versions.Number.Of(Item),
                ConsumedCapacity = result.ConsumedCapacity.Aggregate(default(ConsumedCapacity), ConsumedCapacity.Sum),
            };
        }
        catch (TransactWriteCanceledException canceled) when (EarlierWith(canceled) is { } failure)
        {
            var item = failure.CurrentItem<T>()!;
            return new() { Item = item, Version = Versions.Number.Of(item) };
        }
    }

    /// <summary>The same save once more, with the members that only the copy stores as they are stored.</summary>
    public VersionAttempt<T> Again() => new(table, Item, expected, writeId, comparesLatestOnly: false, required);

    /// <summary>
    /// Whether the transaction failed only because the item in memory has other members than the copy stores, and which item has these.
    /// </summary>
    public bool Knows(TransactWriteCanceledException canceled, [NotNullWhen(true)] out T? current)
    {
        current = null;
        if (!comparesLatestOnly || canceled.Failures is not [{ Reason: TransactWriteFailureReason.ConditionalCheckFailed } failure])
            return false;
        if (!ReferenceEquals(failure.Operation, Operations[1]) || Latest(canceled) != expected)
            return false;
        current = failure.CurrentItem<T>();
        return current is not null;
    }

    /// <summary>The error of a lost race; null if the transaction failed for another reason.</summary>
    public VersionConflictException? ErrorOf(TransactWriteCanceledException canceled)
    {
        if (canceled.Failures.Count == 0
            || canceled.Failures.Any(static failure => failure.Reason is not TransactWriteFailureReason.ConditionalCheckFailed))
        {
            return null;
        }

        // The version that the writer saw is there: a condition failed that has nothing to do with versions, such as that of another item,
        // unless the new one exists.
        var versionExists = canceled.ConditionFailed(Operations[0]);
        var latestFailed = canceled.ConditionFailed(Operations[1]);
        var actual = latestFailed ? Latest(canceled) : expected == 0 ? null : expected;
        return !versionExists && (!latestFailed || actual == expected)
            ? null
            : new VersionConflictException(canceled, T.Model, latest.Identity, expected, actual, ReasonItem(canceled, 1));
    }

    public void Dispose() => bytes.Dispose();

    private static Dictionary<string, AttributeValue>? ReasonItem(TransactWriteCanceledException canceled, int position) =>
        canceled.CancellationReasons.Count > position && canceled.CancellationReasons[position].Item is { Count: > 0 } item ? item : null;

    private static long? Latest(TransactWriteCanceledException canceled) =>
        VersionTransaction.LatestOf(Versions, ReasonItem(canceled, 1));

    /// <summary>
    /// The failure that returned what an earlier save with the same id wrote: the copy of the latest version or, after other saves, the
    /// version; null if none did.
    /// </summary>
    private TransactWriteFailure? EarlierWith(TransactWriteCanceledException canceled) => writeId is null ? null
        : HasOwnId(canceled, 1) ? canceled.FailureOf(Operations[1])
        : HasOwnId(canceled, 0) ? canceled.FailureOf(Operations[0])
        : null;

    private bool HasOwnId(TransactWriteCanceledException canceled, int position) =>
        ReasonItem(canceled, position)?.GetValueOrDefault(VersionModel.WriteIdAttributeName) is { S: { } found } && found == writeId;
}
