using TrackingStore.Model;

namespace TrackingStore.Search;

/// <summary>The order of a search of experiments: newest first and then by id; with keys of its own, ties go by descending id.</summary>
internal sealed class ExperimentOrder(IReadOnlyList<OrderKey<ExperimentField>> keys) : IComparer<ExperimentItem>
{
    /// <summary>The order that puts what changed last first.</summary>
    public static ExperimentOrder LastUpdatedFirst { get; } = new([new(new(ExperimentProperty.LastUpdateTime), IsDescending: true)]);

    /// <summary>MLflow's order unless a client asks for another one: newest first, then by id.</summary>
    public static ExperimentOrder NewestFirst { get; } = new([]);

    /// <summary>Whether this is that order, which the index has, too.</summary>
    public bool IsNewestFirst => keys.Count == 0;

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
        var newest = Millisecond(y!).CompareTo(Millisecond(x!));
        return newest != 0 ? newest : byId;
    }

    /// <summary>The time of creation as clients see it.</summary>
    public static long Millisecond(ExperimentItem experiment) => experiment.CreationTime.ToUnixTimeMilliseconds();
}
