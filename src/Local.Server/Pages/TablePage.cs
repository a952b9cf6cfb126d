using System.Text.Json;

namespace DynamoToolkit.Local.Server.Pages;

/// <summary>The page of a table: what it is, and its items or those of an index, page by page.</summary>
internal static class TablePage
{
    private const int PageItems = 50;

    /// <summary>Renders the page.</summary>
    /// <param name="view">The engine.</param>
    /// <param name="name">The table.</param>
    /// <param name="query">The index, the partition key's value, and where the page begins; all optional.</param>
    public static Html Render(EngineView view, string name, IQueryCollection query)
    {
        var table = TableInfo.Read(view, name);
        var (index, value, start) = (query["index"].ToString(), query["key"].ToString(), query["start"].ToString());
        var keys = index.Length == 0 ? table.Keys
            : table.Indexes.FirstOrDefault(known => known.Name == index).Keys
            ?? throw new PageException(404, $"The table {name} has no index {index}.");
        var page = ReadItems(view, table, index, keys, value, start);
        var last = page.TryGetProperty("LastEvaluatedKey", out var found) ? Tokens.Of(found) : null;
        return PageLayout.Page(name, Html.Of($"""
            {Facts(table)}
            {PageLayout.Table("Secondary indexes", ["Index", "Kind", "Key", "Carries", "Items ", "Bytes "], Indexes(table))}
            {VectorIndexes(table)}
            <h2>Items</h2>
            {Form(table, index, keys, value)}
            {Items(table, keys, page)}
            {Links(table, index, value, isFirst: start.Length == 0, last)}
            """));
    }

    private static JsonElement ReadItems(
        EngineView view, TableInfo table, string index, IReadOnlyList<(string Name, bool IsHash)> keys, string value, string start)
    {
        var hash = keys[0].Name;
        return view.Read(value.Length == 0 ? "Scan" : "Query", json =>
        {
            json.WriteString("TableName", table.Name);
            json.WriteNumber("Limit", PageItems);
            if (index.Length > 0)
                json.WriteString("IndexName", index);
            if (start.Length > 0)
            {
                json.WritePropertyName("ExclusiveStartKey");
                Tokens.Read(start).WriteTo(json);
            }

            if (value.Length == 0)
                return;

            json.WriteString("KeyConditionExpression", "#key = :key");
            json.WriteStartObject("ExpressionAttributeNames");
            json.WriteString("#key", hash);
            json.WriteEndObject();
            json.WriteStartObject("ExpressionAttributeValues");
            json.WriteStartObject(":key");
            json.WriteString(table.Types[hash], value);
            json.WriteEndObject();
            json.WriteEndObject();
        });
    }

    private static Html Facts(TableInfo table)
    {
        var facts = new List<(string, Html)>
        {
            ("Key", Html.Of($"{TableInfo.Describe(table.Keys)}")),
            ("Items", Html.Of($"{table.Items} with {table.Bytes} bytes")),
            ("Billing", Html.Of($"{table.Billing}")),
            ("Resource name", Html.Of($"<code>{table.Description.GetProperty("TableArn").GetString()}</code>")),
        };
        if (table.Description.TryGetProperty("LatestStreamArn", out var stream))
            facts.Add(("Stream", Html.Link(StreamPage.UrlOf(stream.GetString()!), stream.GetString()!)));
        return PageLayout.Facts(facts);
    }

    private static List<Html> Indexes(TableInfo table) =>
    [
        .. table.Indexes.Select(index => PageLayout.Row(
            PageLayout.Cell(Html.Link($"{table.Url}?index={Uri.EscapeDataString(index.Name)}", index.Name)),
            PageLayout.Cell(index.Kind),
            PageLayout.Cell(TableInfo.Describe(index.Keys)),
            PageLayout.Cell(index.Description.GetProperty("Projection").GetProperty("ProjectionType").GetString()),
            PageLayout.Cell(index.Description.GetProperty("ItemCount").GetInt64()),
            PageLayout.Cell(index.Description.GetProperty("IndexSizeBytes").GetInt64()))),
    ];

    private static Html VectorIndexes(TableInfo table)
    {
        List<Html> rows =
        [
            .. table.VectorIndexes.Select(static index => PageLayout.Row(
                PageLayout.Cell(index.GetProperty("IndexName").GetString()),
                PageLayout.Cell(index.GetProperty("VectorAttribute").GetProperty("AttributeName").GetString()),
                PageLayout.Cell(index.GetProperty("Dimensions").GetInt64()),
                PageLayout.Cell(index.GetProperty("DistanceFunction").GetString()),
                PageLayout.Cell(SearchSchema(index)),
                PageLayout.Cell(index.GetProperty("Projection").GetProperty("ProjectionType").GetString()),
                PageLayout.Cell(index.GetProperty("ItemCount").GetInt64()),
                PageLayout.Cell(index.GetProperty("IndexSizeBytes").GetInt64()))),
        ];
        string[] headings = ["Index", "Attribute", "Dimensions ", "Distance", "Search schema", "Carries", "Items ", "Bytes "];
        return rows.Count == 0 ? default : PageLayout.Table("Vector indexes", headings, rows);
    }

    private static string SearchSchema(JsonElement index) => index.TryGetProperty("SearchSchema", out var schema)
        ? string.Join(", ", schema.EnumerateArray().Select(static element =>
            element.GetProperty("SearchSchemaElementType").GetString() == "HASH"
                ? element.GetProperty("AttributeName").GetString()
                : $"{element.GetProperty("AttributeName").GetString()} (filter)"))
        : "";

    private static Html Form(TableInfo table, string index, IReadOnlyList<(string Name, bool IsHash)> keys, string value)
    {
        // A partition key of several attributes has several values.
        var field = keys.Count(static key => key.IsHash) > 1
            ? default
            : Html.Of($"""<label>{keys[0].Name} equals <input name="key" value="{value}"></label>""");
        return Html.Of($"""
            <form action="{table.Url}" method="get">
            <label>Read <select name="index">
            <option value="">the table</option>
            {Html.Join(table.Indexes.Select(known => Option(known.Name, known.Name == index)))}
            </select></label>
            {field}
            <button>Show</button>
            </form>
            """);
    }

    private static Html Option(string name, bool isChosen) => isChosen
        ? Html.Of($"""<option value="{name}" selected>{name}</option>""")
        : Html.Of($"""<option value="{name}">{name}</option>""");

    private static Html Items(TableInfo table, IReadOnlyList<(string Name, bool IsHash)> keys, JsonElement page)
    {
        List<string> tableKeys = [.. table.Keys.Select(static key => key.Name)];
        List<string> columns = [.. tableKeys.Union(keys.Select(static key => key.Name))];
        var rows = page.GetProperty("Items").EnumerateArray().Select(item => PageLayout.Row(
        [
            PageLayout.Cell(Html.Link(ItemPage.UrlOf(table, item), ValueText.Short(item.GetProperty(columns[0])))),
            .. columns.Skip(1).Select(name => PageLayout.Cell(ValueText.Short(item.GetProperty(name)))),
            PageLayout.Cell(Rest(item, columns)),
        ])).ToList();
        return PageLayout.Table("Items of this page", [.. columns, "Other attributes"], rows);
    }

    private static Html Rest(JsonElement item, List<string> columns)
    {
        const int Shown = 4;
        var others = item.EnumerateObject().Where(attribute => !columns.Contains(attribute.Name)).ToList();
        var shown = others.Take(Shown).Select(PageLayout.Attribute);
        return others.Count <= Shown
            ? Html.Join(shown)
            : Html.Of($"""{Html.Join(shown)}<div class="soft">and {others.Count - Shown} more</div>""");
    }

    private static Html Links(TableInfo table, string index, string value, bool isFirst, string? last)
    {
        var url = $"{table.Url}?index={Uri.EscapeDataString(index)}&key={Uri.EscapeDataString(value)}";
        var first = isFirst ? default : Html.Of($"""<a href="{url}">First page</a> """);
        var next = last is null ? default : Html.Of($"""<a rel="next" href="{url + "&start=" + last}">Next page</a>""");
        return Html.Of($"<p>{first}{next}</p>");
    }
}
