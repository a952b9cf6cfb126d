using TrackingStore.Model;

namespace TrackingStore.Search;

/// <summary>The order of a search of experiments: newest first and then by id; with keys of its own, ties go by descending id.</summary>
internal sealed class ExperimentOrder(IReadOnlyList<OrderKey<ExperimentField>> keys) : IComparer<ExperimentItem>
{
    /// <summary>The order that puts what changed last first.</summary>
    public static ExperimentOrder LastUpdatedFirst { get; } = new([new(new(ExperimentProperty.LastUpdateTime), IsDescending: true)]);

    /// <inheritdoc/>
    public int Compare(ExperimentItem? x, ExperimentItem? y)
    {
        foreach (var key in keys)
        {
            var order = key.Field.Property == ExperimentProperty.Name
                ? string.CompareOrdinal(x!.Name, y!.Name)
                : key.Field.NumberOf(x!).CompareTo(key.Field.NumberOf(y!));
            if (order != 0) return key.IsDescending ? -order : order;
        }

        var byId = ExperimentField.IdOf(x!).CompareTo(ExperimentField.IdOf(y!));
        if (keys.Count > 0) return -byId;
        var newest = y!.CreationTime.CompareTo(x!.CreationTime);
        return newest != 0 ? newest : byId;
    }
}
