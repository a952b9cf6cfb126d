using TrackingStore.Protocol;
using TrackingStore.Protocol.Messages;

namespace TrackingStore.Search;

/// <summary>
/// The order of a search of runs: the given keys, then the newest start first, then the run id. Runs without a key's value come last in both
/// directions; of metrics, NaN comes before them and after every number.
/// </summary>
internal sealed class RunOrder : IComparer<Run>
{
    private readonly List<OrderEntry> entries;

    private RunOrder(List<OrderEntry> entries) => this.entries = entries;

    /// <summary>Whether this is the order in which the index has the runs.</summary>
    public bool IsNewestFirst => entries is [] or [{ Field: { Entity: EntityKind.Attribute, Key: "start_time" }, Descending: true }];

    /// <summary>Whether sorting needs metrics, parameters or tags.</summary>
    public bool NeedsData => entries.Exists(e => e.Field.Entity != EntityKind.Attribute);

    /// <summary>Reads the order of a search.</summary>
    public static RunOrder Parse(IReadOnlyList<string> orderBy) => new(OrderEntry.Parse(orderBy, FieldOf));

    /// <inheritdoc/>
    public int Compare(Run? x, Run? y)
    {
        foreach (var entry in entries)
        {
            var order = Compare(x!, y!, entry);
            if (order != 0) return order;
        }

        var newest = y!.Info.StartTime.CompareTo(x!.Info.StartTime);
        return newest != 0 ? newest : string.CompareOrdinal(x.Info.RunId, y.Info.RunId);
    }

    private static FieldName FieldOf(Token token)
    {
        var field = FieldName.OfRun(token);
        return field.Entity switch
        {
            EntityKind.Dataset => throw MlflowException.Invalid($"Invalid ordering key '{token.Source}': data sets can not be sorted by."),
            EntityKind.Attribute => field with { Key = RunFields.Resolve(field.Key) },
            _ => field,
        };
    }

    private static int Compare(Run x, Run y, OrderEntry entry)
    {
        var (entity, key) = entry.Field;
        return entity switch
        {
            EntityKind.Metric => MissingLast.Compare(RunFields.MetricOf(x, key), RunFields.MetricOf(y, key), entry.Descending),
            EntityKind.Parameter => MissingLast.Compare(RunFields.ParamOf(x, key), RunFields.ParamOf(y, key), entry.Descending),
            EntityKind.Tag => MissingLast.Compare(RunFields.TagOf(x, key), RunFields.TagOf(y, key), entry.Descending),
            _ when RunFields.IsNumber(key) => MissingLast.Compare(RunFields.NumberOf(x.Info, key), RunFields.NumberOf(y.Info, key), entry.Descending),
            _ => MissingLast.Compare(RunFields.TextOf(x.Info, key), RunFields.TextOf(y.Info, key), entry.Descending),
        };
    }
}
