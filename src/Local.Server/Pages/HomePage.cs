using System.Text.Json;

namespace DynamoToolkit.Local.Server.Pages;

/// <summary>The page at <c>/</c>: all tables, streams and backups.</summary>
internal static class HomePage
{
    /// <summary>Renders the page.</summary>
    public static Html Render(EngineView view) => PageLayout.Page("Tables", Html.Of($"""
        {Problem(view.Engine.WriteProblem)}
        {PageLayout.Table("All tables", ["Table", "Key", "Indexes", "Billing", "Items ", "Bytes "], Tables(view))}
        <h2>Streams</h2>
        {PageLayout.Table("Streams of the last 24 hours", ["Table", "Enabled at"], Streams(view))}
        <h2>Backups</h2>
        {PageLayout.Table("On-demand backups", ["Backup", "Table", "Bytes ", "Resource name"], Backups(view))}
        """));

    private static Html Problem(string? problem) => problem is null
        ? default
        : Html.Of($"""<p class="warning">The data folder takes no writes at the moment: {problem}</p>""");

    private static List<Html> Tables(EngineView view) =>
    [
        .. Pages(view, "ListTables", "TableNames", "LastEvaluatedTableName", "ExclusiveStartTableName")
            .Select(name => Find(view, name.GetString()!))
            .OfType<TableInfo>()
            .Select(static table => PageLayout.Row(
                PageLayout.Cell(Html.Link(table.Url, table.Name)),
                PageLayout.Cell(TableInfo.Describe(table.Keys)),
                PageLayout.Cell(string.Join(", ", table.IndexNames)),
                PageLayout.Cell(table.Billing),
                PageLayout.Cell(table.Items),
                PageLayout.Cell(table.Bytes))),
    ];

    // Null for a table that was deleted after it was listed.
    private static TableInfo? Find(EngineView view, string name)
    {
        try
        {
            return TableInfo.Read(view, name);
        }
        catch (PageException exception) when (exception.Status == 404)
        {
            return null;
        }
    }

    private static List<Html> Streams(EngineView view) =>
    [
        .. Pages(view, "ListStreams", "Streams", "LastEvaluatedStreamArn", "ExclusiveStartStreamArn")
            .Select(static stream => PageLayout.Row(
                PageLayout.Cell(Html.Link(
                    StreamPage.UrlOf(stream.GetProperty("StreamArn").GetString()!), stream.GetProperty("TableName").GetString()!)),
                PageLayout.Cell(stream.GetProperty("StreamLabel").GetString()))),
    ];

    private static List<Html> Backups(EngineView view) =>
    [
        .. Pages(view, "ListBackups", "BackupSummaries", "LastEvaluatedBackupArn", "ExclusiveStartBackupArn")
            .Select(static backup => PageLayout.Row(
                PageLayout.Cell(backup.GetProperty("BackupName").GetString()),
                PageLayout.Cell(backup.GetProperty("TableName").GetString()),
                PageLayout.Cell(backup.GetProperty("BackupSizeBytes").GetInt64()),
                PageLayout.Cell(Html.Of($"<code>{backup.GetProperty("BackupArn").GetString()}</code>")))),
    ];

    // All pages of a list.
    private static IEnumerable<JsonElement> Pages(EngineView view, string operation, string list, string last, string start)
    {
        string? token = null;
        do
        {
            var from = token;
            var page = view.Read(operation, json =>
            {
                if (from is not null)
                    json.WriteString(start, from);
            });
            foreach (var element in page.GetProperty(list).EnumerateArray())
                yield return element;
            token = page.TryGetProperty(last, out var next) ? next.GetString() : null;
        }
        while (token is not null);
    }
}
