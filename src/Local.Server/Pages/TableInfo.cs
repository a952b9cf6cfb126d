using System.Text.Json;

namespace DynamoToolkit.Local.Server.Pages;

/// <summary>What pages show of a table.</summary>
/// <param name="Name">The table's name.</param>
/// <param name="Keys">The attributes of its key.</param>
/// <param name="Types">The types of the declared attributes.</param>
/// <param name="Indexes">Its indexes.</param>
/// <param name="Description">The answer of DescribeTable.</param>
internal sealed record TableInfo(
    string Name,
    IReadOnlyList<(string Name, bool IsHash)> Keys,
    IReadOnlyDictionary<string, string> Types,
    IReadOnlyList<(string Name, string Kind, IReadOnlyList<(string Name, bool IsHash)> Keys, JsonElement Description)> Indexes,
    JsonElement Description)
{
    /// <summary>The address of the table's page.</summary>
    public string Url => $"/tables/{Uri.EscapeDataString(Name)}";

    /// <summary>The vector indexes, as DescribeTable has them.</summary>
    public IEnumerable<JsonElement> VectorIndexes =>
        Description.TryGetProperty("VectorIndexes", out var indexes) ? indexes.EnumerateArray() : [];

    /// <summary>The names of all indexes.</summary>
    public IEnumerable<string> IndexNames => Indexes.Select(static index => index.Name)
        .Concat(VectorIndexes.Select(static index => index.GetProperty("IndexName").GetString()!));

    /// <summary>The number of items.</summary>
    public long Items => Description.GetProperty("ItemCount").GetInt64();

    /// <summary>The size of all items.</summary>
    public long Bytes => Description.GetProperty("TableSizeBytes").GetInt64();

    /// <summary>How the table is billed.</summary>
    public string Billing
    {
        get
        {
            if (Description.TryGetProperty("BillingModeSummary", out _))
                return "on demand";

            var throughput = Description.GetProperty("ProvisionedThroughput");
            return $"{throughput.GetProperty("ReadCapacityUnits")} reads, {throughput.GetProperty("WriteCapacityUnits")} writes";
        }
    }

    /// <summary>Reads a table.</summary>
    /// <exception cref="PageException">No table has the name.</exception>
    public static TableInfo Read(EngineView view, string name)
    {
        var table = view.Read("DescribeTable", json => json.WriteString("TableName", name)).GetProperty("Table");
        var types = table.GetProperty("AttributeDefinitions").EnumerateArray().ToDictionary(
            static attribute => attribute.GetProperty("AttributeName").GetString()!,
            static attribute => attribute.GetProperty("AttributeType").GetString()!);
        return new TableInfo(
            name,
            KeysOf(table),
            types,
            [.. IndexesOf(table, "LocalSecondaryIndexes", "local"), .. IndexesOf(table, "GlobalSecondaryIndexes", "global")],
            table);
    }

    /// <summary>A key in words.</summary>
    public static string Describe(IReadOnlyList<(string Name, bool IsHash)> keys) =>
        string.Join(", ", keys.Select(static key => key.IsHash ? key.Name : $"{key.Name} (sort)"));

    private static List<(string Name, bool IsHash)> KeysOf(JsonElement element) =>
    [
        .. element.GetProperty("KeySchema").EnumerateArray().Select(static key =>
            (key.GetProperty("AttributeName").GetString()!, key.GetProperty("KeyType").GetString() == "HASH")),
    ];

    private static IEnumerable<(string, string, IReadOnlyList<(string, bool)>, JsonElement)> IndexesOf(
        JsonElement table, string property, string kind) => table.TryGetProperty(property, out var indexes)
            ? indexes.EnumerateArray().Select(index =>
                (index.GetProperty("IndexName").GetString()!, kind, (IReadOnlyList<(string, bool)>)KeysOf(index), index))
            : [];
}
