namespace TrackingStore.Protocol;

/// <summary>proto2's presence rule for lists.</summary>
internal static class PresenceExtensions
{
    /// <summary>Null for an empty list, because MLflow leaves empty lists out.</summary>
    public static IReadOnlyList<T>? OrAbsent<T>(this IReadOnlyList<T> list) => list.Count == 0 ? null : list;
}
