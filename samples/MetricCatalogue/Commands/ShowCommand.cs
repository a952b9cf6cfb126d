using System.CommandLine;
using MetricCatalogue.Store;
using MetricCatalogue.Text;

namespace MetricCatalogue.Commands;

/// <summary>Shows a metric.</summary>
internal sealed class ShowCommand : CatalogueCommand
{
    private readonly Argument<string> name = Values.Metric();
    private readonly Option<int?> version = Values.Version("--version", "A version. Default: the latest one.");

    public ShowCommand(CommandContext context)
        : base(context, "show", "Shows a metric, or one of its versions.")
    {
        Arguments.Add(name);
        Options.Add(version);
    }

    /// <inheritdoc/>
    protected override async Task RunAsync(ParseResult parsed, Catalogue catalogue, CancellationToken cancellationToken)
    {
        var metric = await catalogue.GetAsync(parsed.GetRequiredValue(name), parsed.GetValue(version), cancellationToken);
        foreach (var line in MetricText.Sheet(metric)) Print(line);
    }
}
