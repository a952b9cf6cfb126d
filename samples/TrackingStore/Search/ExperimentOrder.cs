using TrackingStore.Protocol;
using TrackingStore.Protocol.Messages;

namespace TrackingStore.Search;

/// <summary>The order of a search of experiments: newest first and then by id; with an explicit order, ties go by descending id.</summary>
internal sealed class ExperimentOrder : IComparer<Experiment>
{
    private readonly List<OrderEntry> entries;

    private ExperimentOrder(List<OrderEntry> entries) => this.entries = entries;

    /// <summary>Reads the order of a search.</summary>
    public static ExperimentOrder Parse(IReadOnlyList<string> orderBy) => new(OrderEntry.Parse(orderBy, FieldOf));

    /// <inheritdoc/>
    public int Compare(Experiment? x, Experiment? y)
    {
        foreach (var entry in entries)
        {
            var order = entry.Field.Key is "name"
                ? string.CompareOrdinal(x!.Name, y!.Name)
                : ExperimentFields.NumberOf(x!, entry.Field.Key).CompareTo(ExperimentFields.NumberOf(y!, entry.Field.Key));
            if (order != 0) return entry.Descending ? -order : order;
        }

        var byId = ExperimentFields.IdOf(x!).CompareTo(ExperimentFields.IdOf(y!));
        if (entries.Count > 0) return -byId;
        var newest = y!.CreationTime.CompareTo(x!.CreationTime);
        return newest != 0 ? newest : byId;
    }

    private static FieldName FieldOf(Token token)
    {
        var field = FieldName.OfExperiment(token);
        if (field is { Entity: EntityKind.Attribute, Key: "name" } || (field.Entity == EntityKind.Attribute && ExperimentFields.IsNumber(field.Key))) return field;
        throw MlflowException.Invalid(
            $"Invalid order by key '{token.Source}' specified. Valid keys are '['creation_time', 'experiment_id', 'last_update_time', 'name']'");
    }
}
