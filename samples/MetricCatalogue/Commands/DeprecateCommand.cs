using System.CommandLine;
using MetricCatalogue.Store;

namespace MetricCatalogue.Commands;

/// <summary>Marks a metric as deprecated.</summary>
internal sealed class DeprecateCommand : CatalogueCommand
{
    private readonly Argument<string> name = Values.Metric();
    private readonly Option<string> reason = new("--reason") { Description = "Why.", HelpName = "TEXT", Required = true };
    private readonly Option<int?> seen = Values.SeenVersion();
    private readonly Option<string> author = Values.Author();

    public DeprecateCommand(CommandContext context)
        : base(context, "deprecate", "Marks a metric as deprecated: others can no longer begin to consume it.")
    {
        Arguments.Add(name);
        Options.Add(reason);
        Options.Add(seen);
        Options.Add(author);
    }

    /// <inheritdoc/>
    protected override async Task RunAsync(ParseResult parsed, Catalogue catalogue, CancellationToken cancellationToken)
    {
        var saved = await catalogue.DeprecateAsync(
            parsed.GetRequiredValue(name),
            parsed.GetRequiredValue(reason),
            parsed.GetRequiredValue(author),
            parsed.GetValue(seen),
            cancellationToken);
        Print($"'{saved.Name}' is deprecated now, with version {saved.Version}.");
        foreach (var consumer in await catalogue.ConsumersAsync(saved.Name, cancellationToken))
            Print($"  '{consumer.Name}' still consumes it.");
    }
}
