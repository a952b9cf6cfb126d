using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TrackingStore.Protocol.GraphQl;

namespace TrackingStore.Endpoints.GraphQl;

/// <summary>
/// Messages of the REST API as GraphQL has them: names in camelCase, 64-bit integers as strings, NaN as null, and empty lists where REST
/// has nothing.
/// </summary>
internal static class GraphQlJson
{
    /// <summary>The wanted fields of a message.</summary>
    /// <param name="message">The message, with the names of the REST API.</param>
    /// <param name="fields">The fields.</param>
    public static JsonObject Select(JsonObject message, IEnumerable<PlannedField> fields) => new(fields.Select(field =>
        KeyValuePair.Create<string, JsonNode?>(
            field.Key,
            field.Name == PlannedField.TypeName ? JsonValue.Create(field.Type.Name) : Convert(message[NameOf(field.Name)], field))));

    /// <summary>The arguments of a field as those of a request of the REST API.</summary>
    /// <exception cref="GraphQlException">They are not one message, <c>input</c>.</exception>
    public static JsonElement InputOf(PlannedField field)
    {
        if (field.Arguments.Count == 0) return JsonDocument.Parse("{}").RootElement;
        if (field.Arguments is not { Count: 1 } || field.Arguments["input"] is not JsonObject input)
            throw new GraphQlException($"Field '{field.Name}' has one argument, 'input', an object.");
        var renamed = new JsonObject(input.Select(one => KeyValuePair.Create(NameOf(one.Key), one.Value?.DeepClone())));
        return JsonDocument.Parse(renamed.ToJsonString()).RootElement;
    }

    private static string NameOf(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    private static JsonNode? Convert(JsonNode? value, PlannedField field)
    {
        if (!field.Type.IsList) return value is null ? null : ConvertOne(value, field);
        return new JsonArray([.. (value?.AsArray() ?? []).Select(element => ConvertOne(element!, field))]);
    }

    private static JsonNode? ConvertOne(JsonNode value, PlannedField field) => field.Type.Name switch
    {
        GraphQlType.Long => JsonValue.Create(value.GetValue<long>().ToString(CultureInfo.InvariantCulture)),
        // NaN and the infinities are strings in the REST API.
        GraphQlType.Float => value.GetValueKind() == JsonValueKind.Number ? value.DeepClone() : null,
        GraphQlType.Text => value.DeepClone(),
        _ => Select(value.AsObject(), field.Fields),
    };
}
