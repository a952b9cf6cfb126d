using System.CommandLine;
using MetricCatalogue.Model;
using MetricCatalogue.Store;
using MetricCatalogue.Text;

namespace MetricCatalogue.Commands;

/// <summary>Shows what changed with each version of a metric.</summary>
internal sealed class HistoryCommand : CatalogueCommand
{
    private readonly Argument<string> name = Values.Metric();

    public HistoryCommand(CommandContext context)
        : base(context, "history", "Shows who changed what with each version of a metric.") => Arguments.Add(name);

    /// <inheritdoc/>
    protected override async Task RunAsync(ParseResult parsed, Catalogue catalogue, CancellationToken cancellationToken)
    {
        Metric? before = null;
        foreach (var version in await catalogue.HistoryAsync(parsed.GetRequiredValue(name), cancellationToken))
        {
            Print(MetricText.Change(version, before));
            before = version;
        }
    }
}
