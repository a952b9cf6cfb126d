using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;
using TrackingStore.Server;
using TrackingStore.Values;

var host = new Option<IPAddress>("--host")
{
    Description = "The IP address to listen on. Without --sign-in, whoever reaches it can change everything.",
    HelpName = "ADDRESS",
    DefaultValueFactory = _ => IPAddress.Loopback,
    CustomParser = argument =>
    {
        if (IPAddress.TryParse(argument.Tokens[0].Value, out var address)) return address;
        argument.AddError($"'{argument.Tokens[0].Value}' is not an IP address.");
        return null;
    },
};
var port = new Option<int>("--port")
{
    Description = "The port to listen on; 0 for any free one.",
    DefaultValueFactory = _ => 5000,
    CustomParser = argument =>
    {
        if (ushort.TryParse(argument.Tokens[0].Value, out var number)) return number;
        argument.AddError($"'{argument.Tokens[0].Value}' is not a port: --port takes a number from 0 to 65535.");
        return 0;
    },
};
var tlsCertificate = new Option<string?>("--tls-certificate")
{
    Description = "The certificate for HTTPS, with those of its issuers: a PEM or PKCS #12 file. Default: HTTP.",
    HelpName = "FILE",
};
var tlsKey = new Option<string?>("--tls-key")
{
    Description = "The certificate's private key, a PEM file. Default: it is in the certificate's file.",
    HelpName = "FILE",
};
var tlsPasswordFile = new Option<string?>("--tls-password-file")
{
    Description = "A file with the password of the private key.",
    HelpName = "FILE",
};
var signIn = new Option<bool>("--sign-in") { Description = "Callers have to sign in, and need permissions." };
var adminPasswordFile = new Option<string?>("--admin-password-file")
{
    Description = "A file with the password of the first user, 'admin', for a store that has no users.",
    HelpName = "FILE",
};
var defaultPermission = new Option<Permission>("--default-permission")
{
    Description = "What users may do with experiments and models for which they were given nothing.",
    DefaultValueFactory = _ => Permission.READ,
};
var readOnly = new Option<bool>("--read-only") { Description = "Refuses whatever changes something." };
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
var destination = new Option<string?>("--artifacts-destination", "--artifact-root")
{
    Description = "The place of the artifacts: a folder, a file: URI of one, or s3://BUCKET/PREFIX. "
        + "Default: a folder below the data folder, or a temporary one.",
    HelpName = "PLACE",
};
var defaultRoot = new Option<string?>("--default-artifact-root")
{
    Description = "Where clients put the artifacts of new experiments: mlflow-artifacts:/ for this server, or a folder "
        + "or s3://BUCKET/PREFIX, which they use themselves. Default: mlflow-artifacts:/",
    HelpName = "PLACE",
};
var s3Endpoint = new Option<Uri?>("--s3-endpoint-url")
{
    Description = "A server with the API of S3. Default: MLFLOW_S3_ENDPOINT_URL of the environment, or the service.",
    HelpName = "URL",
    DefaultValueFactory = argument =>
        Environment.GetEnvironmentVariable("MLFLOW_S3_ENDPOINT_URL") is { Length: > 0 } url ? UrlOf(argument, url) : null,
    CustomParser = argument => UrlOf(argument, argument.Tokens[0].Value),
};
var endpoint = new Option<Uri?>("--endpoint")
{
    Description = "A DynamoDB to use in place of the embedded one.",
    HelpName = "URL",
    CustomParser = argument => UrlOf(argument, argument.Tokens[0].Value),
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
    CustomParser = argument => DaysOf(argument),
};
var cleanUpAfter = new Option<int?>("--clean-up-after-days")
{
    Description = "Once a day, removes runs and logged models that were deleted before this number of days, folders of artifacts without "
        + "a run or model, and what interrupted requests have left. Default: they are kept.",
    HelpName = "DAYS",
    CustomParser = argument => DaysOf(argument),
};
var drain = new Option<int>("--drain-seconds")
{
    Description = "How long the server goes on after SIGTERM, with 503 at /ready, before it stops listening. Default: 0.",
    HelpName = "SECONDS",
    CustomParser = argument =>
    {
        const int maxSeconds = 3600;
        if (int.TryParse(argument.Tokens[0].Value, out var seconds) && seconds is >= 0 and <= maxSeconds) return seconds;
        argument.AddError($"'{argument.Tokens[0].Value}' is not a number of seconds from 0 to {maxSeconds}.");
        return 0;
    },
};
var summaries = new Option<bool>("--summaries-on-runs")
{
    Description = "Keeps a summary of what was logged to each run on the run's own item, by the table's stream, and searches it.",
};
var metrics = new Option<bool>("--expose-prometheus")
{
    Description = "Answers GET /metrics for Prometheus. With --sign-in, Prometheus signs in as an administrator.",
};
var namesIndexed = new Option<bool>("--names-indexed")
{
    Description = "Whether searches by parts of names use the indexes of names. A table from before them needs backfill-names first.",
    DefaultValueFactory = _ => true,
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
    host, port, tlsCertificate, tlsKey, tlsPasswordFile, signIn, adminPasswordFile, defaultPermission, readOnly,
    allowedHosts, corsAllowedOrigins, data, destination, defaultRoot, s3Endpoint, endpoint, table, deletedRuns, cleanUpAfter, drain,
    summaries, namesIndexed, metrics,
};
var backfill = new Command("backfill-summaries", "Summarizes all runs on the runs' items, while servers run or not.")
{
    data, endpoint, table, from, unitsPerSecond,
};
var backfillNames = new Command("backfill-names", "Fills the indexes of names, while servers run or not.")
{
    data, endpoint, table, from, unitsPerSecond,
};
var packHistory = new Command("pack-history", "Packs the histories of all runs, also those from before packs, while servers run or not.")
{
    data, endpoint, table, from,
};
var olderThan = new Option<int?>("--older-than-days")
{
    Description = "How long ago something must have been deleted, and a folder without a run been written to.",
    HelpName = "DAYS",
    Required = true,
    CustomParser = argument => DaysOf(argument),
};
var dryRun = new Option<bool>("--dry-run") { Description = "Only counts what it would remove." };
var cleanUp = new Command("clean-up", "Removes what was deleted long ago, and what nobody sees any more, while servers run or not.")
{
    data, endpoint, table, destination, defaultRoot, s3Endpoint, olderThan, dryRun,
};
var backupTo = new Option<string>("--to") { Description = "The folder of the backup, which does not exist yet.", Required = true };
var backup = new Command("backup", "Copies a data folder and its artifacts, while a server has them open or not.")
{
    data, destination, defaultRoot, backupTo,
};
var restoreFrom = new Option<string>("--from") { Description = "The folder of the backup.", Required = true };
var restore = new Command("restore", "Checks a backup, and copies it to a data folder that does not exist yet.")
{
    data, destination, defaultRoot, restoreFrom,
};
command.Subcommands.Add(cleanUp);
command.Subcommands.Add(backup);
command.Subcommands.Add(restore);
command.Subcommands.Add(backfill);
command.Subcommands.Add(backfillNames);
command.Subcommands.Add(packHistory);
foreach (var one in new[] { command, backfill, backfillNames, packHistory, cleanUp })
{
    one.Validators.Add(result =>
    {
        if (result.GetValue(data) is null || result.GetValue(endpoint) is null) return;
        result.AddError("--data and --endpoint exclude each other.");
    });
}
cleanUp.Validators.Add(result =>
{
    var hasPlace = result.GetValue(destination) is not null || ArtifactRoot.IsPlace(result.GetValue(defaultRoot));
    if (result.GetValue(data) is null && (result.GetValue(endpoint) is null || !hasPlace))
    {
        result.AddError(
            "clean-up needs --data, or --endpoint with --artifacts-destination or --default-artifact-root, " +
            "whose files are those of the table.");
    }
});
foreach (var one in new[] { backup, restore })
{
    one.Validators.Add(result =>
    {
        if (result.GetValue(data) is null) result.AddError("--data is missing: the folder of the embedded store.");
    });
}
command.Validators.Add(result =>
{
    if (!result.GetValue(signIn) && result.GetValue(adminPasswordFile) is not null)
        result.AddError("--admin-password-file needs --sign-in.");
    if (result.GetValue(readOnly) && result.GetValue(data) is null && result.GetValue(endpoint) is null)
        result.AddError("--read-only needs something to read: --data or --endpoint.");
    if (result.GetValue(tlsCertificate) is null && (result.GetValue(tlsKey) ?? result.GetValue(tlsPasswordFile)) is not null)
        result.AddError("--tls-key and --tls-password-file need --tls-certificate.");
});

command.SetAction((arguments, cancellationToken) => ServerCommand.RunAsync(
    new ServerOptions
    {
        Host = arguments.GetValue(host)!,
        Port = arguments.GetValue(port),
        TlsCertificate = arguments.GetValue(tlsCertificate),
        TlsKey = arguments.GetValue(tlsKey),
        TlsPasswordFile = arguments.GetValue(tlsPasswordFile),
        SignIn = arguments.GetValue(signIn),
        AdminPasswordFile = arguments.GetValue(adminPasswordFile),
        DefaultPermission = arguments.GetValue(defaultPermission),
        IsReadOnly = arguments.GetValue(readOnly),
        AllowedHosts = ListOf(arguments.GetValue(allowedHosts)),
        CorsAllowedOrigins = ListOf(arguments.GetValue(corsAllowedOrigins)),
        DataFolder = arguments.GetValue(data),
        ArtifactsDestination = arguments.GetValue(destination),
        DefaultArtifactRoot = arguments.GetValue(defaultRoot),
        S3Endpoint = arguments.GetValue(s3Endpoint),
        Endpoint = arguments.GetValue(endpoint),
        TableName = arguments.GetValue(table)!,
        DrainTime = TimeSpan.FromSeconds(arguments.GetValue(drain)),
        DeletedRunsRetentionDays = arguments.GetValue(deletedRuns),
        CleanUpAfterDays = arguments.GetValue(cleanUpAfter),
        KeepsSummaries = arguments.GetValue(summaries),
        ExposesMetrics = arguments.GetValue(metrics),
        UsesNameIndexes = arguments.GetValue(namesIndexed),
    },
    cancellationToken));
cleanUp.SetAction((arguments, cancellationToken) => CleanUpCommand.RunAsync(
    StoreOf(arguments) with { CleanUpAfterDays = arguments.GetValue(olderThan) },
    arguments.GetValue(dryRun),
    CleanUpCommand.Grace,
    Console.Out,
    cancellationToken));
backup.SetAction((arguments, cancellationToken) =>
    BackupCommand.BackupAsync(StoreOf(arguments), arguments.GetValue(backupTo)!, Console.Out, cancellationToken));
restore.SetAction((arguments, cancellationToken) =>
    BackupCommand.RestoreAsync(arguments.GetValue(restoreFrom)!, StoreOf(arguments), Console.Out, cancellationToken));
SetBackfill(backfill, BackfillCommand.SummarizeAsync);
SetBackfill(backfillNames, BackfillCommand.IndexNamesAsync);
SetBackfill(packHistory, (options, place, _, output, cancellationToken) =>
    BackfillCommand.PackHistoryAsync(options, place, output, cancellationToken));

// The web host answers SIGINT and SIGTERM itself, in its own time.
return await command.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });

static string[] ListOf(string[]? values) =>
    [.. (values ?? []).SelectMany(value => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

static Uri? UrlOf(ArgumentResult argument, string text)
{
    if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https") return url;
    argument.AddError($"'{text}' is not an http or https URL.");
    return null;
}

static int? DaysOf(ArgumentResult argument)
{
    const int maxDays = 36_500;
    if (int.TryParse(argument.Tokens[0].Value, out var days) && days is >= 1 and <= maxDays) return days;
    argument.AddError($"'{argument.Tokens[0].Value}' is not a number of days from 1 to {maxDays}.");
    return null;
}

ServerOptions StoreOf(ParseResult arguments) => new()
{
    DataFolder = arguments.GetValue(data),
    ArtifactsDestination = arguments.GetValue(destination),
    DefaultArtifactRoot = arguments.GetValue(defaultRoot),
    S3Endpoint = arguments.GetValue(s3Endpoint),
    Endpoint = arguments.GetValue(endpoint),
    TableName = arguments.GetValue(table) ?? ServerOptions.StandardTable,
};

void SetBackfill(Command one, Func<ServerOptions, string?, double?, TextWriter, CancellationToken, Task<int>> run) =>
    one.SetAction((arguments, cancellationToken) => run(
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
