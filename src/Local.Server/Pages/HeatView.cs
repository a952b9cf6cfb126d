using System.Globalization;

namespace DynamoToolkit.Local.Server.Pages;

/// <summary>The page at <c>/heat</c>: the hottest partition keys, and what tables and indexes consume.</summary>
internal static class HeatView
{
    /// <summary>Renders the page.</summary>
    public static Html Render(LocalDynamo engine) => PageLayout.Page("Heat", engine.MeasuresHeat
        ? Html.Of($"""
            {PageLayout.Table(
                "Partition keys with the busiest seconds",
                [
                    "Table", "Index", "Partition key", "Writes/s ", "Reads/s ", "Writes ", "Reads ", "Share of writes", "Throttled ",
                    "A split",
                ],
                [.. engine.Heat.HottestKeys().Select(Key)])}
            {PageLayout.Table(
                "Tables and indexes", ["Table", "Index", "Partitions ", "Writes ", "Reads ", "Throttled writes ", "Throttled reads "],
                [.. engine.Heat.Resources.Select(Resource)])}
            """)
        : Html.Of($"<p>Heat is not measured. Start the server with <code>--heat</code> or <code>--throttle</code>.</p>"));

    private static Html Key(HotKey key) => PageLayout.Row(
        PageLayout.Cell(key.TableName),
        PageLayout.Cell(key.IndexName),
        PageLayout.Cell(key.PartitionKey),
        PageLayout.Cell(key.PeakWriteUnits),
        PageLayout.Cell(key.PeakReadUnits),
        PageLayout.Cell(key.WriteUnits),
        PageLayout.Cell(key.ReadUnits),
        PageLayout.Cell(string.Create(CultureInfo.InvariantCulture, $"{key.WriteShare:P0}")),
        PageLayout.Cell(key.ThrottledWrites + key.ThrottledReads),
        PageLayout.Cell(key.Obstacle == SplitObstacle.None ? "would help" : $"would not help: {key.Obstacle}"));

    private static Html Resource(ResourceHeat resource) => PageLayout.Row(
        PageLayout.Cell(resource.TableName),
        PageLayout.Cell(resource.IndexName),
        PageLayout.Cell((long)resource.Partitions),
        PageLayout.Cell(resource.WriteUnits),
        PageLayout.Cell(resource.ReadUnits),
        PageLayout.Cell(resource.ThrottledWrites),
        PageLayout.Cell(resource.ThrottledReads));
}
