using System.CommandLine;
using TrackingStore.Server;

var port = new Option<int>("--port")
{
    Description = "The port to listen on, on 127.0.0.1; 0 for any free one.",
    DefaultValueFactory = _ => 5000,
    CustomParser = argument =>
    {
        if (ushort.TryParse(argument.Tokens[0].Value, out var number)) return number;
        argument.AddError($"'{argument.Tokens[0].Value}' is not a port: --port takes a number from 0 to 65535.");
        return 0;
    },
};
var data = new Option<string?>("--data")
{
    Description = "The folder to keep everything in. Default: in memory, gone when the server stops.",
    HelpName = "FOLDER",
};
var artifactRoot = new Option<string?>("--artifact-root")
{
    Description = "The folder of the artifacts, or a file: URI of one. Default: below the data folder, or a temporary folder.",
    HelpName = "FOLDER",
};
var endpoint = new Option<Uri?>("--endpoint")
{
    Description = "A DynamoDB to use in place of the embedded one.",
    HelpName = "URL",
    CustomParser = argument =>
    {
        if (Uri.TryCreate(argument.Tokens[0].Value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https") return url;
        argument.AddError($"'{argument.Tokens[0].Value}' is not an http or https URL.");
        return null;
    },
};
var table = new Option<string>("--table")
{
    Description = "The name of the table. The server creates it when it is absent.",
    HelpName = "NAME",
    DefaultValueFactory = _ => ServerOptions.StandardTable,
};
var deletedRuns = new Option<int?>("--deleted-runs-retention-days")
{
    Description = "Removes a deleted run, and all that was logged to it, after this number of days. Default: deleted runs are kept.",
    HelpName = "DAYS",
    CustomParser = argument =>
    {
        const int maxDays = 36_500;
        if (int.TryParse(argument.Tokens[0].Value, out var days) && days is >= 1 and <= maxDays) return days;
        argument.AddError($"'{argument.Tokens[0].Value}' is not a number of days from 1 to {maxDays}.");
        return null;
    },
};
var tagsOnRuns = new Option<bool>("--tags-on-runs")
{
    Description = "Keeps copies of each run's tags on the run's own item, by the table's stream, and searches them.",
};
var from = new Option<string?>("--from")
{
    Description = "Where an earlier backfill ended. Default: the beginning.",
    HelpName = "PLACE",
};
var unitsPerSecond = new Option<double?>("--units-per-second")
{
    Description = "How many capacity units a second the backfill uses. Default: no limit.",
    HelpName = "NUMBER",
};
var command = new RootCommand("A tracking server for MLflow clients that keeps everything in one DynamoDB table.")
{
    port, data, artifactRoot, endpoint, table, deletedRuns, tagsOnRuns,
};
var backfill = new Command("backfill-tags", "Copies the tags of all runs to the runs' items, while servers run or not.")
{
    data, endpoint, table, from, unitsPerSecond,
};
command.Subcommands.Add(backfill);
foreach (var one in new[] { command, backfill })
{
    one.Validators.Add(result =>
    {
        if (result.GetValue(data) is null || result.GetValue(endpoint) is null) return;
        result.AddError("--data and --endpoint exclude each other.");
    });
}

command.SetAction((arguments, cancellationToken) => ServerCommand.RunAsync(
    new ServerOptions
    {
        Port = arguments.GetValue(port),
        DataFolder = arguments.GetValue(data),
        ArtifactRoot = arguments.GetValue(artifactRoot),
        Endpoint = arguments.GetValue(endpoint),
        TableName = arguments.GetValue(table)!,
        DeletedRunsRetentionDays = arguments.GetValue(deletedRuns),
        KeepsTagsOnRuns = arguments.GetValue(tagsOnRuns),
    },
    cancellationToken));
backfill.SetAction((arguments, cancellationToken) => BackfillCommand.RunAsync(
    new ServerOptions
    {
        DataFolder = arguments.GetValue(data),
        Endpoint = arguments.GetValue(endpoint),
        TableName = arguments.GetValue(table)!,
    },
    arguments.GetValue(from),
    arguments.GetValue(unitsPerSecond),
    Console.Out,
    cancellationToken));

// The web host answers SIGINT and SIGTERM itself, in its own time.
return await command.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
