using System.CommandLine;

namespace MetricCatalogue.Commands;

/// <summary>All commands that work on the catalogue.</summary>
internal static class CommandTree
{
    /// <summary>A root with the commands.</summary>
    public static RootCommand Create(CommandContext context) => new("A catalogue of metrics that keeps every version of their definitions.")
    {
        new DimensionCommand(context),
        new CreateCommand(context),
        new UpdateCommand(context),
        new DeprecateCommand(context),
        new ShowCommand(context),
        new ListCommand(context),
        new HistoryCommand(context),
        new RestoreCommand(context),
    };
}
