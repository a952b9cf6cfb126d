using TrackingStore.Protocol.Requests;
using TrackingStore.Search;

namespace TrackingStore.Protocol.Filters;

/// <summary>Reads the order of a search of logged models: messages that name a field, a direction and a data set.</summary>
internal static class LoggedModelOrderParser
{
    private const string Metrics = "metrics.";

    /// <summary>Reads an order; without keys it is the newest first.</summary>
    public static IReadOnlyList<OrderKey<LoggedModelField>> Parse(IReadOnlyList<Arguments> orderBy)
    {
        var keys = orderBy.Select(KeyOf).ToList();
        return keys.DistinctBy(key => key.Field).Count() == keys.Count ? keys
            : throw MlflowException.Invalid("`order_by` contains a field twice.");
    }

    private static OrderKey<LoggedModelField> KeyOf(Arguments orderBy)
    {
        if (orderBy.Text("field_name") is not { Length: > 0 } name)
            throw MlflowException.Invalid("`field_name` in the `order_by` clause must be specified.");
        return new OrderKey<LoggedModelField>(FieldOf(name.Trim(), orderBy), !(orderBy.Boolean("ascending") ?? true));
    }

    private static LoggedModelField FieldOf(string name, Arguments orderBy)
    {
        if (!name.Contains('.'))
        {
            return new LoggedModelField(LoggedModelFieldNames.AttributeOf(name)
                ?? throw MlflowException.Invalid($"Invalid order by field name: {name}"));
        }

        if (!name.StartsWith(Metrics, StringComparison.Ordinal))
            throw MlflowException.Invalid($"Invalid order by field name: {name}. Only metrics are supported.");
        var metric = name[Metrics.Length..].Trim('`', '"');
        if (string.IsNullOrWhiteSpace(metric)) throw MlflowException.Invalid($"Invalid order by field name: {name}. It has no metric.");
        var dataset = new DatasetChoice(NotEmpty(orderBy.Text("dataset_name")), NotEmpty(orderBy.Text("dataset_digest")));
        return new LoggedModelField(LoggedModelProperty.Metric, metric, dataset);
    }

    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
