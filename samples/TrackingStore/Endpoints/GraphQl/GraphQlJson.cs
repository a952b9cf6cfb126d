using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TrackingStore.Protocol.GraphQl;

namespace TrackingStore.Endpoints.GraphQl;

/// <summary>
/// Messages of the REST API as GraphQL has them: names in camelCase, 64-bit integers as strings, and NaN as null. MLflow resolves fields
/// from its messages, so what REST leaves out is an empty list or text, zero or false. Only a message that is left out is null.
/// </summary>
internal static class GraphQlJson
{
    /// <summary>The wanted fields of a message.</summary>
    /// <param name="message">The message, with the names of the REST API.</param>
    /// <param name="fields">The fields.</param>
    /// <param name="budget">Counts what they have.</param>
    /// <exception cref="GraphQlException">They have too much.</exception>
    public static JsonObject Select(JsonObject message, IEnumerable<PlannedField> fields, AnswerBudget budget) =>
        new(fields.Select(field => KeyValuePair.Create(field.Key, SelectOne(message, field, budget))));

    /// <summary>The arguments of a field as those of a request of the REST API.</summary>
    /// <exception cref="GraphQlException">They are not one message, <c>input</c>.</exception>
    public static JsonElement InputOf(PlannedField field)
    {
        if (field.Arguments.Count == 0) return JsonDocument.Parse("{}").RootElement;
        if (field.Arguments is not { Count: 1 } || field.Arguments["input"] is not JsonObject input)
            throw new GraphQlException($"Field '{field.Name}' has one argument, 'input', an object.");
        try
        {
            var renamed = new JsonObject();
            foreach (var (name, value) in input)
            {
                if (!renamed.TryAdd(NameOf(name), value?.DeepClone()))
                    throw new GraphQlException($"Field '{field.Name}' has '{NameOf(name)}' twice in its input.");
            }

            return JsonDocument.Parse(renamed.ToJsonString()).RootElement;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            // A variable that is deep, in an object that is deep.
            throw GraphQlValues.Invalid();
        }
    }

    private static string NameOf(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    private static JsonNode? SelectOne(JsonObject message, PlannedField field, AnswerBudget budget)
    {
        // With quotes, a colon and a comma.
        budget.Charge(field.Key.Length + 4);
        return field.Name == PlannedField.TypeName
            ? JsonValue.Create(field.Type.Name)
            : Convert(message[NameOf(field.Name)], field, budget);
    }

    private static JsonNode? Convert(JsonNode? value, PlannedField field, AnswerBudget budget)
    {
        if (!field.Type.IsList) return (value ?? DefaultOf(field.Type.Name)) is { } one ? ConvertOne(one, field, budget) : null;
        return new JsonArray([.. (value?.AsArray() ?? []).Select(element => ConvertOne(element!, field, budget))]);
    }

    private static JsonNode? DefaultOf(string type) => type switch
    {
        GraphQlType.Text => "",
        GraphQlType.Long => 0L,
        GraphQlType.Float => 0.0,
        GraphQlType.Truth => false,
        _ => null,
    };

    private static JsonNode? ConvertOne(JsonNode value, PlannedField field, AnswerBudget budget)
    {
        if (GraphQlSchema.HasFields(field.Type.Name)) return Select(value.AsObject(), field.Fields, budget);
        budget.Charge(value.ToJsonString().Length);
        return ConvertLeaf(value, field);
    }

    private static JsonNode? ConvertLeaf(JsonNode value, PlannedField field) => field.Type.Name switch
    {
        GraphQlType.Long => JsonValue.Create(value.GetValue<long>().ToString(CultureInfo.InvariantCulture)),
        // NaN and the infinities are strings in the REST API.
        GraphQlType.Float => value.GetValueKind() == JsonValueKind.Number ? value.DeepClone() : null,
        _ => value.DeepClone(),
    };
}
