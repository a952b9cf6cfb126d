using System.CommandLine;
using MetricCatalogue.Store;

namespace MetricCatalogue.Commands;

/// <summary>Saves an older version of a metric as a new one.</summary>
internal sealed class RestoreCommand : CatalogueCommand
{
    private readonly Argument<string> name = Values.Metric();
    private readonly Argument<int> version = Values.Version();
    private readonly Option<string> author = Values.Author();

    public RestoreCommand(CommandContext context)
        : base(context, "restore", "Saves an older version of a metric as a new one. It has to keep the rules, as of now.")
    {
        Arguments.Add(name);
        Arguments.Add(version);
        Options.Add(author);
    }

    /// <inheritdoc/>
    protected override async Task RunAsync(ParseResult parsed, Catalogue catalogue, CancellationToken cancellationToken)
    {
        var number = parsed.GetRequiredValue(version);
        var saved = await catalogue.RestoreAsync(
            parsed.GetRequiredValue(name), number, parsed.GetRequiredValue(author), cancellationToken);
        Print($"'{saved.Name}' is at version {saved.Version} now, which is as version {number} was.");
    }
}
