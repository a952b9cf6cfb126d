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
var allowedHosts = new Option<string[]>("--allowed-hosts")
{
    Description = "Names under which clients may address the server, besides 127.0.0.1, localhost and [::1], separated by commas; " +
        "* stands for any characters.",
    HelpName = "NAMES",
};
var corsAllowedOrigins = new Option<string[]>("--cors-allowed-origins")
{
    Description = "Origins of web pages that may use the server, such as https://example.com, separated by commas; " +
        "* stands for any characters.",
    HelpName = "ORIGINS",
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
var command = new RootCommand("A tracking server for MLflow clients that keeps everything in one DynamoDB table.")
{
    port, allowedHosts, corsAllowedOrigins, data, artifactRoot, endpoint, table, deletedRuns,
};
command.Validators.Add(result =>
{
    if (result.GetValue(data) is null || result.GetValue(endpoint) is null) return;
    result.AddError("--data and --endpoint exclude each other.");
});
command.SetAction((arguments, cancellationToken) => ServerCommand.RunAsync(
    new ServerOptions
    {
        Port = arguments.GetValue(port),
        AllowedHosts = ListOf(arguments.GetValue(allowedHosts)),
        CorsAllowedOrigins = ListOf(arguments.GetValue(corsAllowedOrigins)),
        DataFolder = arguments.GetValue(data),
        ArtifactRoot = arguments.GetValue(artifactRoot),
        Endpoint = arguments.GetValue(endpoint),
        TableName = arguments.GetValue(table)!,
        DeletedRunsRetentionDays = arguments.GetValue(deletedRuns),
    },
    cancellationToken));

// The web host answers SIGINT and SIGTERM itself, in its own time.
return await command.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });

static string[] ListOf(string[]? values) =>
    [.. (values ?? []).SelectMany(value => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
