namespace TrackingStore.Protocol.Replies;

/// <summary>proto2's presence rule for lists.</summary>
internal static class PresenceExtensions
{
    /// <summary>The elements as a list; null if there are none, because MLflow leaves out empty lists.</summary>
    public static IReadOnlyList<T>? ListOrAbsent<T>(this IEnumerable<T> elements)
    {
        var list = elements.ToList();
        return list.Count == 0 ? null : list;
    }
}
