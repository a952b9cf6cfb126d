using System.CommandLine;
using MetricCatalogue.Model;
using MetricCatalogue.Store;
using MetricCatalogue.Text;

namespace MetricCatalogue.Commands;

/// <summary>Lists metrics.</summary>
internal sealed class ListCommand : CatalogueCommand
{
    private readonly Option<MetricKind?> kind = Values.Choice<MetricKind>("--kind", "Only metrics of a kind:");
    private readonly Option<bool> deprecated = new("--deprecated") { Description = "Deprecated metrics, too." };

    public ListCommand(CommandContext context)
        : base(context, "list", "Lists the metrics, in the order of their names.")
    {
        Options.Add(kind);
        Options.Add(deprecated);
    }

    /// <inheritdoc/>
    protected override async Task RunAsync(ParseResult parsed, Catalogue catalogue, CancellationToken cancellationToken)
    {
        MetricKind[] kinds = parsed.GetValue(kind) is { } one ? [one] : Enum.GetValues<MetricKind>();
        var lists = await Task.WhenAll(kinds.Select(each => catalogue.ListAsync(each, parsed.GetValue(deprecated), cancellationToken)));
        var metrics = lists.SelectMany(static list => list).OrderBy(static metric => metric.Name, StringComparer.Ordinal).ToList();
        foreach (var metric in metrics) Print(MetricText.Line(metric));
        if (metrics.Count == 0) Print("There are no such metrics.");
    }
}
