using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Tests.Differential;

/// <summary>Writes answers so that equal ones become equal texts.</summary>
internal static class Canonical
{
    // What two engines can't agree on: times, names of resources, counts that the service updates every six hours, and what came later.
    private static readonly HashSet<string> Ignored =
    [
        "TableArn", "IndexArn", "TableId", "CreationDateTime", "LatestStreamArn", "LatestStreamLabel", "TableStatus", "IndexStatus",
        "ItemCount", "TableSizeBytes", "IndexSizeBytes", "LastIncreaseDateTime", "LastDecreaseDateTime", "StreamArn", "Backfilling",
        "LastUpdateToPayPerRequestDateTime", "DeletionProtectionEnabled", "NumberOfDecreasesToday", "ConsumedCapacity",
    ];

    private static readonly HashSet<string> Unordered =
        ["AttributeDefinitions", "GlobalSecondaryIndexes", "LocalSecondaryIndexes", "NonKeyAttributes", "ConsumedCapacity"];

    private static readonly HashSet<string> ItemMembers =
        ["Item", "Items", "Attributes", "LastEvaluatedKey", "ItemCollectionKey", .. TableShape.All.Select(static table => table.Name)];

    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 1000,
    };

    /// <summary>The text of an answer or a part of it; empty for none.</summary>
    /// <param name="node">The part.</param>
    /// <param name="isInItem">Whether the members are attributes, so that nothing is ignored.</param>
    public static string Text(JsonNode? node, bool isInItem = false) => Order(node, isInItem)?.ToJsonString(Readable) ?? "";

    /// <summary>A body as it is, without escapes.</summary>
    public static string Plain(JsonNode body) => body.ToJsonString(Readable);

    private static JsonNode? Order(JsonNode? node, bool isInItem) => node switch
    {
        JsonObject members => new JsonObject(members
            .Where(member => isInItem || !Ignored.Contains(member.Key))
            .OrderBy(static member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, Member(member.Key, member.Value, isInItem)))),
        JsonArray elements => new JsonArray([.. elements.Select(element => Order(element, isInItem))]),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number =>
            JsonValue.Create(double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture)),
        _ => node?.DeepClone(),
    };

    private static JsonNode? Member(string name, JsonNode? value, bool isInItem)
    {
        if (isInItem && name == "N" && value is JsonValue)
            return Number(value);

        if (value is not JsonArray array)
            return Order(value, isInItem || ItemMembers.Contains(name));

        // In a list of items, the elements are items. The lists of BatchGetItem and BatchWriteItem have the names of tables.
        var isItems = isInItem || ItemMembers.Contains(name);
        var elements = array.Select(element => name == "NS" ? Number(element!) : Order(element, isItems));
        var isSet = isInItem && name is "SS" or "NS" or "BS";
        var isUnordered = isSet || (!isInItem && (Unordered.Contains(name) || TableShape.All.Any(table => table.Name == name)));
        return new JsonArray([.. isUnordered ? elements.OrderBy(static element => Text(element, true), StringComparer.Ordinal) : elements]);
    }

    // DynamoDB Local sometimes writes 1E-3 for 0.001, and keeps digits of other scripts.
    private static JsonNode Number(JsonNode text)
    {
        var number = text.GetValue<string>();
        return number.All(char.IsAscii) ? NumberText.Parse(number).ToString()! : number;
    }
}
