namespace DynamoToolkit;

/// <summary>
/// The versions of one item: its key without the version. Created by the generated <c>Metric.History(…)</c>.
/// </summary>
/// <typeparam name="T">The item type.</typeparam>
/// <param name="LatestKey">The key of version 0, the copy of the latest version.</param>
public readonly record struct ItemHistory<T>(ItemKey<T> LatestKey)
    where T : IVersionedItem<T>
{
    /// <summary>The key of a version.</summary>
    /// <param name="version">The version, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The version is less than 1, or larger than the member's type.</exception>
    public ItemKey<T> KeyOf(long version)
    {
        var versions = T.Model.Versions!;
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(version, versions.Number.Max);
        return new ItemKey<T>(LatestKey.Partition, versions.SortKeyOf(LatestKey.Sort, version));
    }

    /// <summary>The history that an item belongs to.</summary>
    /// <param name="key">The key of any version.</param>
    internal static ItemHistory<T> Of(in ItemKey<T> key) => new(new ItemKey<T>(key.Partition, T.Model.Versions!.SortKeyOf(key.Sort, 0)));

    /// <inheritdoc/>
    public override string ToString() => $"the history of {LatestKey}";
}
