using TrackingStore.Values;

namespace TrackingStore.Store;

/// <summary>Lists of tags as requests have them.</summary>
internal static class TagLists
{
    /// <summary>Each name once, with its last value: an item can be in a transaction or batch only once.</summary>
    public static IEnumerable<NamedValue> DistinctByLast(this IEnumerable<NamedValue> tags) =>
        tags.GroupBy(tag => tag.Name).Select(same => same.Last());
}
