using System.Text.Json;

namespace DynamoToolkit.Local.Server.Pages;

/// <summary>The page of an item: every attribute, its type and its whole value.</summary>
internal static class ItemPage
{
    /// <summary>The address of an item's page.</summary>
    public static string UrlOf(TableInfo table, JsonElement item) =>
        $"{table.Url}/item?key={Tokens.Of(item, table.Keys.Select(static key => key.Name))}";

    /// <summary>Renders the page.</summary>
    public static Html Render(EngineView view, string name, string key)
    {
        var table = TableInfo.Read(view, name);
        var item = Read(view, name, key);
        HashSet<string> keys = [.. table.Keys.Select(static element => element.Name)];
        var attributes = item.EnumerateObject()
            .OrderBy(attribute => !keys.Contains(attribute.Name))
            .Select(static attribute => PageLayout.Row(
                Html.Of($"""<th scope="row">{attribute.Name}</th>"""),
                PageLayout.Cell(ValueText.TypeOf(attribute.Value)),

                // A browser ignores the first line break.
                PageLayout.Cell(Html.Of($"<pre>\n{ValueText.Of(attribute.Value)}</pre>"))))
            .ToList();
        return PageLayout.Page("Item", Html.Of($"""
            <p>An item of {Html.Link(table.Url, name)}, also <a href="{table.Url}/item.json?key={key}">as JSON</a></p>
            {PageLayout.Table("Attributes", ["Attribute", "Type", "Value"], attributes)}
            """));
    }

    /// <summary>The item as DynamoDB's JSON.</summary>
    public static byte[] ToJson(EngineView view, string name, string key) => ValueText.ToJson(Read(view, name, key));

    private static JsonElement Read(EngineView view, string name, string key)
    {
        var answer = view.Read("GetItem", json =>
        {
            json.WriteString("TableName", name);
            json.WritePropertyName("Key");
            Tokens.Read(key).WriteTo(json);
        });
        return answer.TryGetProperty("Item", out var item) ? item : throw new PageException(404, "The item no longer exists.");
    }
}
