using TrackingStore.Model;

namespace TrackingStore.Search;

/// <summary>
/// The order of a search of versions: by the given keys, otherwise what changed last comes first; then by name, and the newest version
/// first.
/// </summary>
internal sealed class VersionOrder(IReadOnlyList<OrderKey<VersionField>> keys) : IComparer<ModelVersion>
{
    private static readonly OrderKey<VersionField>[] Standard = [new(new(VersionProperty.LastUpdateTime), IsDescending: true)];

    /// <inheritdoc/>
    public int Compare(ModelVersion? x, ModelVersion? y)
    {
        foreach (var key in keys.Count > 0 ? keys : Standard)
        {
            var order = key.Field.Property == VersionProperty.Name
                ? string.CompareOrdinal(x!.Model.Name, y!.Model.Name)
                : key.Field.NumberOf(x!).CompareTo(key.Field.NumberOf(y!));
            if (order != 0) return key.IsDescending ? -order : order;
        }

        var byName = string.CompareOrdinal(x!.Model.Name, y!.Model.Name);
        return byName != 0 ? byName : y!.Item.Version.CompareTo(x.Item.Version);
    }
}
