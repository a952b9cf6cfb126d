using System.CommandLine;
using DynamoToolkit.Local.Server;

var port = new Option<int>("--port") { Description = "The port to listen on, on 127.0.0.1; 0 for any.", DefaultValueFactory = static _ => 8000 };
var data = new Option<DirectoryInfo?>("--data") { Description = "The folder to keep the data in; without it everything is in memory." };
var command = new RootCommand("DynamoDB on this machine, for any AWS SDK.") { port, data };
command.SetAction((arguments, cancellationToken) =>
    ServerCommand.RunAsync(arguments.GetValue(port), arguments.GetValue(data)?.FullName, cancellationToken));
return await command.Parse(args).InvokeAsync();
