using DynamoToolkit.Expressions;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>
/// Keeps a read from returning an item twice: as a version, and as version 0, the copy of the latest one. A read returns the versions. It
/// returns the copies instead if it asks for them, or if it reads an index that holds nothing else.
/// </summary>
internal static class VersionFilter
{
    /// <summary>The filter of a read; null if there are no copies.</summary>
    /// <param name="model">The type that is read.</param>
    /// <param name="index">The index that is read; null for the table.</param>
    /// <param name="readsLatest">Whether the read asks for the copies.</param>
    public static Condition? Of(TableModel model, IndexModel? index, bool readsLatest)
    {
        if (model.Versions is not { } versions)
            return null;

        // An index of keys alone holds either versions or copies: a rule refuses one of both.
        var attribute = versions.LatestVersionAttributeName;
        return index?.Holds(attribute) == false
            ? null
            : new ExistenceCondition(new AttributePath(attribute), ReturnsLatest(index, readsLatest));
    }

    /// <summary>Whether a read of several types returns an item of one of them.</summary>
    /// <param name="model">The item's type.</param>
    /// <param name="index">The index that is read; null for the table.</param>
    /// <param name="readsLatest">Whether the read asks for the copies.</param>
    /// <param name="item">A cursor before the item.</param>
    public static bool Holds(TableModel model, IndexModel? index, bool readsLatest, JsonCursor item)
    {
        if (model.Versions is not { } versions)
            return true;

        // Each type decides itself which of its versions are in an index.
        var own = index is null ? null : model.FindIndex(index.Name) ?? index;
        return own?.Holds(versions.LatestVersionAttributeName) == false
            || versions.IsLatest(item) == ReturnsLatest(own, readsLatest);
    }

    /// <summary>Refuses to read copies from an index that holds none.</summary>
    /// <exception cref="InvalidOperationException">The index holds none.</exception>
    public static void ThrowIfWithoutLatest(IndexModel? index)
    {
        if (index is { Versions: IndexedVersions.Numbered })
        {
            throw new InvalidOperationException(
                $"The index '{index.Name}' holds no copies of latest versions: its Versions are {nameof(IndexedVersions.Numbered)}. "
                + "Query the table, or another index.");
        }
    }

    private static bool ReturnsLatest(IndexModel? index, bool readsLatest) =>
        readsLatest || index is { Versions: IndexedVersions.Latest };
}
