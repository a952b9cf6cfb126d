using DynamoToolkit.Protocol;

namespace DynamoToolkit;

/// <summary>Saves of types with <see cref="VersionControlledAttribute"/>.</summary>
public static class VersionSaveExtensions
{
    private const int DefaultAttempts = 10;

    /// <summary>Saves an item as a new version: short for <c>SaveVersion(item).By(by).ExecuteAsync()</c>.</summary>
    /// <param name="table">The table.</param>
    /// <param name="item">A new item, whose version is 0, or one that was read as its latest version and changed.</param>
    /// <param name="by">Who saves; null leaves the members for it as they are.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The item as it was saved: with its new version, its times and its authors. The caller's item did not change.</returns>
    /// <exception cref="VersionConflictException">Another writer saved a version first, or deleted the history.</exception>
    public static async Task<T> SaveVersionAsync<T>(
        this DynamoTable<T> table, T item, string? by = null, CancellationToken cancellationToken = default)
        where T : class, IVersionedItem<T> =>
        (await table.SaveVersion(item).By(by).ExecuteAsync(cancellationToken).ConfigureAwait(false)).Item;

    /// <summary>A save with options.</summary>
    /// <param name="table">The table.</param>
    /// <param name="item">A new item, whose version is 0, or one that was read as its latest version and changed.</param>
    public static VersionSave<T> SaveVersion<T>(this DynamoTable<T> table, T item)
        where T : class, IVersionedItem<T>
    {
        ArgumentNullException.ThrowIfNull(table);
        return new VersionSave<T>(table.Handle, item);
    }

    /// <summary>
    /// Reads the latest version, applies a change, and saves the result. If another writer saves meanwhile, it applies the change to what
    /// that one saved, which takes no second read, and tries again at once. After more conflicts it waits and reads again.
    /// </summary>
    /// <param name="table">The table.</param>
    /// <param name="history">The item: <c>Metric.History(…)</c>.</param>
    /// <param name="change">
    /// Returns the changed item, which may be the same object. It runs once for each attempt, so it should do nothing else.
    /// </param>
    /// <param name="by">Who saves; null leaves the members for it as they are.</param>
    /// <param name="maxAttempts">The maximum number of attempts.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The item as it was saved.</returns>
    /// <exception cref="InvalidOperationException">There is no version.</exception>
    /// <exception cref="VersionConflictException">Other writers were first in all attempts.</exception>
    public static async Task<T> UpdateVersionAsync<T>(
        this DynamoTable<T> table,
        ItemHistory<T> history,
        Func<T, T> change,
        string? by = null,
        int maxAttempts = DefaultAttempts,
        CancellationToken cancellationToken = default)
        where T : class, IVersionedItem<T>
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(change);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxAttempts, 1);
        var backoff = new Backoff(table.Handle.Client);
        var current = await table.GetLatestAsync(history, consistentRead: true, cancellationToken).ConfigureAwait(false);
        for (var attempt = 1; ; attempt++)
        {
            var save = SaveOfChanged(table, history, current ?? throw NoVersion(history), change);
            try
            {
                return (await save.By(by).ExecuteAsync(cancellationToken).ConfigureAwait(false)).Item;
            }
            catch (VersionConflictException conflict)
                when (attempt < maxAttempts && conflict.ActualVersion != conflict.ExpectedVersion)
            {
                if (attempt == 1)
                {
                    current = conflict.CurrentItem<T>();
                    continue;
                }
            }

            // While it waits, others save: what the conflict returned would lose against them again and again.
            await backoff.WaitAsync(cancellationToken).ConfigureAwait(false);
            current = await table.GetLatestAsync(history, consistentRead: true, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Saves an older version as a new one. What came after it stays in the history.</summary>
    /// <param name="table">The table.</param>
    /// <param name="history">The item: <c>Metric.History(…)</c>.</param>
    /// <param name="version">The version to restore.</param>
    /// <param name="by">Who restores it. A type with <see cref="UpdatedByAttribute"/> needs it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The item as it was saved.</returns>
    /// <exception cref="InvalidOperationException">There is no such version, or it has expired.</exception>
    /// <exception cref="VersionConflictException">Another writer saved a version meanwhile.</exception>
    public static async Task<T> RestoreVersionAsync<T>(
        this DynamoTable<T> table,
        ItemHistory<T> history,
        long version,
        string? by = null,
        CancellationToken cancellationToken = default)
        where T : class, IVersionedItem<T>
    {
        ArgumentNullException.ThrowIfNull(table);
        var versions = T.Model.Versions!;
        if (by is null && versions.UpdatedBy is not null)
        {
            throw new ArgumentException(
                $"A restored version of {typeof(T).Name} would name its old author. Pass who restores it.", nameof(by));
        }

        var old = await table.GetVersionAsync(history, version, consistentRead: true, cancellationToken).ConfigureAwait(false);
        var latest = await table.GetLatestAsync(history, consistentRead: true, cancellationToken).ConfigureAwait(false);
        if (old is null || latest is null)
            throw new InvalidOperationException($"There is no version {version} of {history} to restore.");

        var restored = (T)versions.Copy(old);
        versions.CopyLatestOnly?.Invoke(latest, restored);
        var save = table.SaveVersion(restored).IfLatestVersion(versions.Number.Of(latest)).By(by);
        return (await save.ExecuteAsync(cancellationToken).ConfigureAwait(false)).Item;
    }

    /// <summary>
    /// Lets a put, update or delete change a numbered version by itself, for imports and repairs: the copy of the latest version stays as
    /// it is. Version 0 can't be written even so.
    /// </summary>
    /// <param name="write">The write.</param>
    public static TSelf BypassVersionControl<TSelf, T>(this WriteBuilder<TSelf, T> write)
        where TSelf : WriteBuilder<TSelf, T>
        where T : class, IVersionedItem<T>
    {
        ArgumentNullException.ThrowIfNull(write);
        ((IWriteOperation)write).Request.BypassesVersions = true;
        return (TSelf)write;
    }

    private static VersionSave<T> SaveOfChanged<T>(DynamoTable<T> table, ItemHistory<T> history, T current, Func<T, T> change)
        where T : class, IVersionedItem<T>
    {
        // The change may set the version, or change the item itself.
        var seen = T.Model.Versions!.Number.Of(current);
        var changed = change(current) ?? throw new InvalidOperationException("The change returned null instead of the changed item.");
        return ItemHistory<T>.Of(T.KeyOf(changed)) == history
            ? table.SaveVersion(changed).IfLatestVersion(seen)
            : throw new InvalidOperationException($"The change returned an item that does not belong to {history}. Keep the item's key.");
    }

    private static InvalidOperationException NoVersion<T>(ItemHistory<T> history)
        where T : class, IVersionedItem<T> =>
        new($"There is no version in {history} to change. Save the first one with SaveVersionAsync.");
}
