using System.Text.Encodings.Web;

namespace TrackingStore.Protocol.Requests;

/// <summary>
/// What a query string gives for a name, once or several times. It is a list of all values, and as a single value it is the last one.
/// </summary>
internal sealed class QueryArgument(string[] values) : ArgumentValue
{
    /// <inheritdoc/>
    public override string Text => values[^1];

    /// <inheritdoc/>
    public override string TextOrDigits => Text;

    /// <inheritdoc/>
    public override IReadOnlyList<ArgumentValue> Elements => [.. values.Select(value => new QueryArgument([value]))];

    /// <inheritdoc/>
    public override string Json => values.Length == 1 ? Quote(values[0]) : $"[{string.Join(',', values.Select(Quote))}]";

    /// <inheritdoc/>
    public override string PythonType => values.Length == 1 ? "str" : "list";

    private static string Quote(string value) => $"\"{JavaScriptEncoder.Default.Encode(value)}\"";
}
