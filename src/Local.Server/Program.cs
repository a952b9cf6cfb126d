using System.CommandLine;
using DynamoToolkit.Local.Server;

var port = new Option<int>("--port")
{
    Description = "The port to listen on, at 127.0.0.1; 0 for any free port.",
    DefaultValueFactory = static _ => 8000,
};
var data = new Option<DirectoryInfo?>("--data") { Description = "The folder for the data. Without it, all data is in memory." };
var command = new RootCommand("DynamoDB on this machine, for any AWS SDK.") { port, data };
command.SetAction((arguments, cancellationToken) =>
    ServerCommand.RunAsync(arguments.GetValue(port), arguments.GetValue(data)?.FullName, cancellationToken));

// The engine closes its log when the process is asked to stop, which takes longer than the two seconds of the default on a busy machine.
return await command.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(1) });
