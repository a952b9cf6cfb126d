using System.Net;
using System.Text;
using DynamoToolkit.Benchmarks.CannedServer;
using Microsoft.AspNetCore.Server.Kestrel.Core;

// CannedServer FOLDER: answers every DynamoDB request from the folder's files, prints its port, ends when its input ends.
if (args is not [var folder])
{
    Console.Error.WriteLine("usage: CannedServer FOLDER, with a file OPERATION.json or OPERATION@TEXT.json an answer");
    return 2;
}

var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.WebHost.ConfigureKestrel(static options =>
{
    options.AddServerHeader = false;
    options.Limits.MaxRequestBodySize = null;
    options.Listen(IPAddress.Loopback, 0, static listen => listen.Protocols = HttpProtocols.Http1);
});

var app = builder.Build();
app.Run(new CannedEndpoint(CannedAnswers.Load(folder)).InvokeAsync);
await app.StartAsync();

Console.WriteLine(new Uri(app.Urls.First()).Port);

// The measuring program holds the other end: it can crash, and nothing stays behind.
using (var input = Console.OpenStandardInput())
using (var reader = new StreamReader(input, Encoding.UTF8))
{
    while (await reader.ReadLineAsync() is not null)
    {
    }
}

await app.StopAsync();
return 0;
