using System.Text.Json.Nodes;

namespace DynamoToolkit.Local.Tests.Differential;

/// <summary>Looks into requests with updates.</summary>
internal static class UpdateRequests
{
    /// <summary>The updates of a request.</summary>
    public static IEnumerable<JsonObject> Of(Request request) => request.Operation switch
    {
        "UpdateItem" => [request.Body],
        "TransactWriteItems" when request.Body["TransactItems"] is JsonArray actions =>
            actions.Select(static action => action?["Update"]).OfType<JsonObject>(),
        _ => [],
    };

    /// <summary>Whether a request has an update that can only take something away.</summary>
    public static bool OnlyRemoves(Request request) => Of(request).Any(OnlyRemoves);

    /// <summary>Whether an update can only take something away.</summary>
    public static bool OnlyRemoves(JsonObject update)
    {
        if (update["AttributeUpdates"] is JsonObject updates)
            return updates.All(static attribute => (string?)attribute.Value!["Action"] == "DELETE");

        var expression = update["UpdateExpression"]?.ToJsonString() ?? "";
        return !expression.Contains("SET ", StringComparison.OrdinalIgnoreCase)
            && !expression.Contains("ADD ", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether the attributes are a part of other ones: of maps and lists, only some members.</summary>
    public static bool IsPart(JsonNode? part, JsonNode? whole)
    {
        if (part is JsonObject members && whole is JsonObject others)
            return members.All(member => others.ContainsKey(member.Key) && IsPart(member.Value, others[member.Key]));
        if (part is not JsonArray elements || whole is not JsonArray all || Canonical.Text(part, true) == Canonical.Text(whole, true))
            return Canonical.Text(part, isInItem: true) == Canonical.Text(whole, isInItem: true);

        var position = 0;
        foreach (var element in elements)
        {
            while (position < all.Count && !IsPart(element, all[position]))
                position++;
            if (position++ >= all.Count)
                return false;
        }

        return true;
    }
}
