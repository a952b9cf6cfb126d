using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DynamoToolkit.Local.Tests.Differential;

/// <summary>
/// Errors of the engine that the request proves by itself. The service checks the constraints of its API's model before anything else
/// (Amazon DynamoDB API Reference: the constraints of each member); DynamoDB Local checks some of them later, or not at all.
/// </summary>
internal static partial class EvidentMistakes
{
    private const int MaxLevels = 32;

    /// <summary>Whether the request breaks each constraint that the engine reports, and DynamoDB Local reports none.</summary>
    public static bool AreConstraints(Difference difference) =>
        difference.Ours.ErrorType == "ValidationException"
        && !difference.Theirs.Message.Contains(" validation error", StringComparison.Ordinal)
        && Constraint().Matches(difference.Ours.Message) is { Count: > 0 } constraints
        && constraints.All(constraint => Breaks(difference.Request.Body, constraint));

    /// <summary>Whether the request has the mistake that the engine reports, and another one, which DynamoDB Local reports.</summary>
    public static bool AreThere(Difference difference)
    {
        var (body, message) = (difference.Request.Body, difference.Ours.Message);
        if (!difference.IsOtherError)
            return false;
        if (message.StartsWith("The TotalSegments parameter is required", StringComparison.Ordinal))
            return body.ContainsKey("Segment") && !body.ContainsKey("TotalSegments");
        if (message.StartsWith("Cannot specify the ProjectionExpression when choosing to get ALL_ATTRIBUTES", StringComparison.Ordinal))
            return body.ContainsKey("ProjectionExpression") && (string?)body["Select"] == "ALL_ATTRIBUTES";
        if (message.StartsWith("Cannot specify the ProjectionExpression when choosing to get only the Count", StringComparison.Ordinal))
            return body.ContainsKey("ProjectionExpression") && Text(body["Select"]) == "COUNT";
        if (FilteredKey().Match(message) is { Success: true } filtered)
            return Regex.IsMatch(WithNames(body, "FilterExpression"), $@"(?<![\w.:]){Regex.Escape(filtered.Groups[1].Value)}(?!\w)");
        if (message.StartsWith("The provided starting key is invalid: Supplied AttributeValue", StringComparison.Ordinal))
            return body["ExclusiveStartKey"] is JsonObject key && key.Any(static part => part.Value is JsonObject { Count: not 1 });
        if (message.StartsWith("ExpressionAttributeValues contains invalid key: Syntax error; key: \":\"", StringComparison.Ordinal))
            return body["ExpressionAttributeValues"]?[":"] is not null;
        if (message.StartsWith("Both the Hash Key and the Range Key element", StringComparison.Ordinal))
            return HasRepeatedKeys(body);
        if (message.StartsWith("Provided list of item keys contains duplicates", StringComparison.Ordinal))
            return body["RequestItems"] is JsonObject tables && tables.Any(static table => HasRepeatedItems(table.Value?["Keys"]));
        if (message.Contains("Two document paths overlap", StringComparison.Ordinal))
            return HasRepeatedPaths(body);
        if (UnknownName().Match(message) is { Success: true } name)
            return Uses(body, name.Groups[1].Value) && body["ExpressionAttributeNames"]?[name.Groups[1].Value] is null;
        return Levels().Match(message) is { Success: true } levels
            && int.Parse(levels.Groups[1].ValueSpan, CultureInfo.InvariantCulture) is > MaxLevels and var count
            && Expressions(body).Any(expression => expression.Count(static c => c is '.' or '[') >= count - 1);
    }

    private static bool Breaks(JsonObject body, Match constraint)
    {
        JsonNode? node = body;
        foreach (var part in constraint.Groups["path"].Value.Split('.').Where(static part => part != "member"))
        {
            node = node switch
            {
                JsonArray array when int.TryParse(part, CultureInfo.InvariantCulture, out var number) && number <= array.Count =>
                    array[number - 1],
                JsonObject map => map[part] ?? map[char.ToUpperInvariant(part[0]) + part[1..]],
                _ => null,
            };
        }

        return constraint.Groups["value"] switch
        {
            { Success: false } => node is null,
            { Value: ['[', ..] } => node is JsonArray,
            var value => node is JsonValue found && found.ToString() == value.Value,
        };
    }

    private static bool Uses(JsonObject body, string name) =>
        Expressions(body).Any(expression => Regex.IsMatch(expression, Regex.Escape(name) + @"(?!\w)"));

    private static bool HasRepeatedKeys(JsonNode? node) => node switch
    {
        JsonObject map => (map["KeySchema"] is JsonArray { Count: > 1 } keys
                && Text(keys[0]?["AttributeName"]) == Text(keys[1]?["AttributeName"]))
            || map.Any(static member => HasRepeatedKeys(member.Value)),
        JsonArray array => array.Any(HasRepeatedKeys),
        _ => false,
    };

    private static bool HasRepeatedItems(JsonNode? keys) =>
        keys is JsonArray array && array.GroupBy(static key => Canonical.Text(key)).Any(static same => same.Count() > 1);

    // Only paths that are the same, word for word, once the names are put in.
    private static bool HasRepeatedPaths(JsonNode? node) => node switch
    {
        JsonObject map => IsRepeated(map, Text(map["ProjectionExpression"]).Split(','))
            || IsRepeated(map, Assignment().Matches(Text(map["UpdateExpression"])).Select(static match => match.Groups[1].Value))
            || map.Any(static member => HasRepeatedPaths(member.Value)),
        JsonArray array => array.Any(HasRepeatedPaths),
        _ => false,
    };

    private static string WithNames(JsonObject body, string expression) => Name().Replace(
        Text(body[expression]), name => body["ExpressionAttributeNames"]?[name.Value]?.ToString() ?? name.Value);

    private static bool IsRepeated(JsonObject body, IEnumerable<string> paths) => paths
        .Select(path => Name().Replace(path.Trim(), name => body["ExpressionAttributeNames"]?[name.Value]?.ToString() ?? name.Value))
        .GroupBy(static path => path)
        .Any(static same => same.Key.Length > 0 && same.Count() > 1);

    private static string Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    private static IEnumerable<string> Expressions(JsonObject body) =>
        body.Where(static member => member.Key.EndsWith("Expression", StringComparison.Ordinal))
            .Select(static member => member.Value?.ToString() ?? "");

    [GeneratedRegex("""Value (?:null|'(?<value>.*?)') at '(?<path>[^']+)' failed to satisfy constraint""", RegexOptions.Singleline)]
    private static partial Regex Constraint();

    [GeneratedRegex(@"([#\w][#\w.\[\]]*)\s*=")]
    private static partial Regex Assignment();

    [GeneratedRegex(@"#\w+")]
    private static partial Regex Name();

    [GeneratedRegex("^Filter Expression can only contain non-primary key attributes: Primary key attribute: (.+)$")]
    private static partial Regex FilteredKey();

    [GeneratedRegex("""is not defined; attribute name: (#\w+)$""")]
    private static partial Regex UnknownName();

    [GeneratedRegex("""too many nesting levels; nesting levels: (\d+)$""")]
    private static partial Regex Levels();
}
