using System.CommandLine;
using MetricCatalogue.Errors;
using MetricCatalogue.Store;

namespace MetricCatalogue.Commands;

/// <summary>Saves a changed metric as its next version.</summary>
internal sealed class UpdateCommand : CatalogueCommand
{
    private readonly Argument<string> name = Values.Metric();
    private readonly DefinitionOptions definition = new();
    private readonly Option<int?> seen = Values.SeenVersion();
    private readonly Option<string> author = Values.Author();

    public UpdateCommand(CommandContext context)
        : base(context, "update", "Changes a metric: saves its next version, with what the options say.")
    {
        Arguments.Add(name);
        definition.AddTo(this);
        Options.Add(seen);
        Options.Add(author);
    }

    /// <inheritdoc/>
    protected override async Task RunAsync(ParseResult parsed, Catalogue catalogue, CancellationToken cancellationToken)
    {
        if (!definition.AreIn(parsed))
            throw new CatalogueException("There is nothing to change: give at least one option, such as --aggregation.");
        var saved = await catalogue.UpdateAsync(
            parsed.GetRequiredValue(name),
            metric => definition.Apply(parsed, metric),
            parsed.GetRequiredValue(author),
            parsed.GetValue(seen),
            cancellationToken);
        Print($"'{saved.Name}' is at version {saved.Version} now.");
    }
}
