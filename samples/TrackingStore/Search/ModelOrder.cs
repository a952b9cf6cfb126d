using TrackingStore.Model;

namespace TrackingStore.Search;

/// <summary>The order of a search of registered models: by the given keys, then by name.</summary>
internal sealed class ModelOrder(IReadOnlyList<OrderKey<ModelField>> keys) : IComparer<RegisteredModelItem>
{
    /// <inheritdoc/>
    public int Compare(RegisteredModelItem? x, RegisteredModelItem? y)
    {
        foreach (var key in keys)
        {
            var order = key.Field.Property switch
            {
                ModelProperty.CreationTime => Millisecond(x!.CreationTime).CompareTo(Millisecond(y!.CreationTime)),
                ModelProperty.LastUpdateTime => Millisecond(x!.LastUpdateTime).CompareTo(Millisecond(y!.LastUpdateTime)),
                _ => string.CompareOrdinal(x!.Name, y!.Name),
            };
            if (order != 0) return key.IsDescending ? -order : order;
        }

        return string.CompareOrdinal(x!.Name, y!.Name);
    }

    private static long Millisecond(DateTimeOffset time) => time.ToUnixTimeMilliseconds();
}
