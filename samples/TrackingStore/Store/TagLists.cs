using TrackingStore.Protocol.Messages;

namespace TrackingStore.Store;

/// <summary>Lists of tags as requests have them.</summary>
internal static class TagLists
{
    /// <summary>Each key once, with its last value: an item can be in a transaction or batch only once.</summary>
    public static IEnumerable<NamedValue> DistinctByLast(this IEnumerable<NamedValue> tags) => tags.GroupBy(tag => tag.Key).Select(same => same.Last());
}
