using System.CommandLine;
using MetricCatalogue.Store;

namespace MetricCatalogue.Commands;

/// <summary>A command that works on the catalogue.</summary>
internal abstract class CatalogueCommand : Command
{
    private readonly CommandContext context;

    /// <param name="context">What the command works with.</param>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does.</param>
    protected CatalogueCommand(CommandContext context, string name, string description)
        : base(name, description)
    {
        this.context = context;
        SetAction(async (parsed, cancellationToken) =>
        {
            await RunAsync(parsed, await context.OpenAsync(parsed, cancellationToken), cancellationToken);
            return 0;
        });
    }

    /// <summary>Does it.</summary>
    /// <exception cref="Errors.CatalogueException">The catalogue refuses it.</exception>
    protected abstract Task RunAsync(ParseResult parsed, Catalogue catalogue, CancellationToken cancellationToken);

    /// <summary>Prints a line.</summary>
    protected void Print(string line) => context.Output.WriteLine(line);
}
