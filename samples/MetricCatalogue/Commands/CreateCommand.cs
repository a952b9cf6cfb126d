using System.CommandLine;
using MetricCatalogue.Store;
using MetricCatalogue.Text;

namespace MetricCatalogue.Commands;

/// <summary>Creates a metric.</summary>
internal sealed class CreateCommand : CatalogueCommand
{
    private readonly Argument<string> name = Values.Metric();
    private readonly DefinitionOptions definition = new();
    private readonly Option<string> author = Values.Author();

    public CreateCommand(CommandContext context)
        : base(context, "create", "Creates a metric: a hybrid one if it has a formula, otherwise a primitive one.")
    {
        Arguments.Add(name);
        definition.AddTo(this);
        Options.Add(author);
    }

    /// <inheritdoc/>
    protected override async Task RunAsync(ParseResult parsed, Catalogue catalogue, CancellationToken cancellationToken)
    {
        var metric = definition.Create(parsed, parsed.GetRequiredValue(name));
        var created = await catalogue.CreateAsync(metric, parsed.GetRequiredValue(author), cancellationToken);
        Print($"There is a {EnumText.Of(created.Kind)} metric '{created.Name}' now, at version {created.Version}.");
    }
}
