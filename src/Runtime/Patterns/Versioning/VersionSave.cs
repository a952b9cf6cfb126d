using DynamoToolkit.Patterns.Times;
using DynamoToolkit.Patterns.Versioning;
using DynamoToolkit.Protocol;

namespace DynamoToolkit;

/// <summary>
/// Saves an item as a new version: one transaction writes the version and version 0, its copy. It succeeds only if the latest version is
/// still the one that the item was read as, or if there is none and the item's version is 0.
/// </summary>
/// <typeparam name="T">The item type.</typeparam>
/// <remarks>
/// A builder for one use: each call changes it and returns it. Create a new one for each save. Not safe for concurrent use.
/// </remarks>
public sealed class VersionSave<T>
    where T : class, IVersionedItem<T>
{
    private const int MaxWriteIdLength = 36;

    private readonly TableHandle table;
    private readonly T item;
    private List<IWriteOperation>? required;
    private string? by;
    private string? writeId;
    private long? expected;
    private CapacityDetail capacity;

    internal VersionSave(TableHandle table, T item)
    {
        ArgumentNullException.ThrowIfNull(item);
        this.table = table;
        this.item = item;
    }

    private static VersionModel Versions => T.Model.Versions!;

    /// <summary>
    /// Names who saves: the member with <see cref="UpdatedByAttribute"/>, and for version 1 the one with <see cref="CreatedByAttribute"/>.
    /// </summary>
    /// <param name="author">The author; null leaves the members as they are.</param>
    /// <exception cref="InvalidOperationException">The type has no member for the author.</exception>
    public VersionSave<T> By(string? author)
    {
        if (author is not null && Versions is { CreatedBy: null, UpdatedBy: null })
        {
            throw new InvalidOperationException(
                $"{typeof(T).Name} has no member that stores the author '{author}'. Mark a string member with [UpdatedBy] or [CreatedBy].");
        }

        by = author;
        return this;
    }

    /// <summary>
    /// Expects another latest version than that of the item, such as the one that a browser sent. 0 expects that there is no version.
    /// </summary>
    /// <param name="version">The version.</param>
    public VersionSave<T> IfLatestVersion(long version)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(version);
        expected = version;
        return this;
    }

    /// <summary>
    /// Stores an id of this save in both items, so that a repetition in another process or on another day is recognized and succeeds
    /// without writing anything. It is recognized while the version of the first save is the latest one, and later if it begins from the
    /// same version as the first save did. Within one call, a lost response needs no id.
    /// </summary>
    /// <remarks>
    /// A repetition that reads the item anew after other saves is a save like any other. If that can happen, compare the item with what the
    /// message says before you save.
    /// </remarks>
    /// <param name="id">The id, such as that of a message in a queue: 1 to 36 characters.</param>
    public VersionSave<T> WithWriteId(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(id.Length, MaxWriteIdLength, nameof(id));
        writeId = id;
        return this;
    }

    /// <summary>
    /// Saves only if a condition holds on another item, such as one that this item refers to. The check is part of the save's transaction,
    /// so no other writer can come in between. Several checks must all hold; a transaction has room for 98.
    /// </summary>
    /// <remarks>
    /// If the condition does not hold, <see cref="ExecuteAsync"/> throws a <see cref="TransactWriteCanceledException"/>, and its
    /// <see cref="TransactWriteCanceledException.ConditionFailed"/> finds the check.
    /// </remarks>
    /// <param name="check">The check, such as <c>table.Check(key).IfExists()</c>.</param>
    /// <typeparam name="TOther">The type of the other item.</typeparam>
    public VersionSave<T> Require<TOther>(ConditionCheck<TOther> check)
        where TOther : IItem<TOther>
    {
        ArgumentNullException.ThrowIfNull(check);
        (required ??= []).Add(check);
        return this;
    }

    /// <summary>Returns the capacity that the save used: <see cref="VersionSaveResult{T}.ConsumedCapacity"/>.</summary>
    public VersionSave<T> ReturnConsumedCapacity(CapacityDetail detail = CapacityDetail.Total)
    {
        capacity = detail;
        return this;
    }

    /// <summary>Returns the request that <see cref="ExecuteAsync"/> would send, for debugging. It sends nothing.</summary>
    public RequestPreview Preview()
    {
        using var attempt = Begin();
        return Transactions.PreviewWrite(table.Client, attempt.Operations, new TransactWriteOptions { ReturnConsumedCapacity = capacity });
    }

    /// <summary>Sends the save.</summary>
    /// <exception cref="VersionConflictException">Another writer saved a version first, or deleted the history.</exception>
    /// <exception cref="TransactWriteCanceledException">
    /// A check of another item failed, the service refused the transaction for another reason, or other transactions were still working on
    /// the items after all retries.
    /// </exception>
    public async Task<VersionSaveResult<T>> ExecuteAsync(CancellationToken cancellationToken = default)
    {
        using var attempt = Begin();
        try
        {
            return await attempt.SendAsync(capacity, cancellationToken).ConfigureAwait(false);
        }
        catch (TransactWriteCanceledException canceled) when (attempt.Knows(canceled, out var current))
        {
            // The item in memory does not have what only the copy stores, such as one that was read as an older version.
            Versions.CopyLatestOnly?.Invoke(current, attempt.Item);
        }
        catch (TransactWriteCanceledException canceled) when (attempt.ErrorOf(canceled) is { } conflict)
        {
            throw conflict;
        }

        using var second = attempt.Again();
        try
        {
            return await second.SendAsync(capacity, cancellationToken).ConfigureAwait(false);
        }
        catch (TransactWriteCanceledException canceled) when (second.ErrorOf(canceled) is { } conflict)
        {
            throw conflict;
        }
    }

    /// <summary>Fixes all that the save writes: the version, the times and the authors.</summary>
    private VersionAttempt<T> Begin()
    {
        var seen = expected ?? Versions.Number.Of(item);
        if (seen < 0 || seen >= Versions.Number.Max)
        {
            throw new InvalidOperationException(
                $"The version of the {typeof(T).Name} is {seen}, so there is no next version. A new item has version 0.");
        }

        var copy = (T)Versions.Copy(item);
        if (T.Model.Stamps is { } stamps && WriteTimes.Applies(stamps))
            new WriteTimes(stamps, table.Time.GetUtcNow(), lifetime: null).Stamp(copy);
        if (by is not null)
        {
            Versions.UpdatedBy?.Assign(copy, by);
            if (Versions.CreatedBy?.HasAuthor(copy) == false)
                Versions.CreatedBy.Assign(copy, by);
        }

        Versions.Number.Assign(copy, seen + 1);
        return new VersionAttempt<T>(table, copy, seen, writeId, comparesLatestOnly: true, required ?? []);
    }
}
