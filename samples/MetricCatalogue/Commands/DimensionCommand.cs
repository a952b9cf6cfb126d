using System.CommandLine;
using MetricCatalogue.Store;

namespace MetricCatalogue.Commands;

/// <summary>Adds a dimension.</summary>
internal sealed class DimensionCommand : CatalogueCommand
{
    private readonly Argument<string> name = new("NAME") { Description = "The name of the dimension." };

    public DimensionCommand(CommandContext context)
        : base(context, "dimension", "Adds a dimension, which primitive metrics can then have.") => Arguments.Add(name);

    /// <inheritdoc/>
    protected override async Task RunAsync(ParseResult parsed, Catalogue catalogue, CancellationToken cancellationToken)
    {
        await catalogue.AddDimensionAsync(parsed.GetRequiredValue(name), cancellationToken);
        Print($"There is a dimension '{parsed.GetRequiredValue(name)}' now.");
    }
}
