using System.CommandLine;
using DynamoToolkit.Local;
using DynamoToolkit.Local.Server;

SocketThread.AnswerThere();
var port = new Option<int>("--port")
{
    Description = "The port to listen on, at 127.0.0.1; 0 for any free port.",
    DefaultValueFactory = static _ => 8000,
};
var data = new Option<DirectoryInfo?>("--data") { Description = "The folder for the data. Without it, all data is in memory." };
var recover = new Option<bool>("--recover")
{
    Description = "Opens the folder although acknowledged writes are damaged or missing, and prints what is lost.",
};
var allowedHosts = new Option<string[]>("--allowed-hosts")
{
    Description = "Names under which clients may address the server, besides 127.0.0.1, localhost and [::1]; * for every name.",
    AllowMultipleArgumentsPerToken = true,
};
var corsOrigins = new Option<string[]>("--cors-origins")
{
    Description = "Origins of web pages that may use the server, such as http://localhost:5173; * for every page.",
    AllowMultipleArgumentsPerToken = true,
};
var heat = new Option<bool>("--heat") { Description = "Measures the capacity of each partition key, for GET /_heat." };
var throttle = new Option<bool>("--throttle") { Description = "Measures like --heat, and throttles hot keys like the service." };
var compactionThreshold = new Option<long?>("--compaction-threshold")
{
    Description = "The size of the log in bytes from which it is folded into a snapshot.",
};
var command = new RootCommand("DynamoDB on this machine, for any AWS SDK.")
{
    port, data, recover, compactionThreshold, allowedHosts, corsOrigins, heat, throttle, CopyCommand.Backup(), CopyCommand.Restore(),
};
command.SetAction((arguments, cancellationToken) =>
{
    var server = new LocalServerOptions
    {
        Port = arguments.GetValue(port),
        AllowedHosts = arguments.GetValue(allowedHosts) ?? [],
        CorsOrigins = arguments.GetValue(corsOrigins) ?? [],
        ReturnsMemory = true,
    };
    var throttles = arguments.GetValue(throttle);
    var engine = new LocalDynamoOptions
    {
        CompactionThreshold = arguments.GetValue(compactionThreshold) ?? LocalDynamoOptions.DefaultCompactionThreshold,
        Recover = arguments.GetValue(recover),
        Heat = throttles || arguments.GetValue(heat) ? new HeatOptions { Throttle = throttles } : null,
    };
    return ServerCommand.RunAsync(server, engine, arguments.GetValue(data)?.FullName, cancellationToken);
});

// The engine closes its log when the process is asked to stop, which takes longer than the two seconds of the default on a busy machine.
return await command.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(1) });
