using DynamoToolkit.Schema;
using DynamoToolkit.Transport.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DynamoToolkit.Hosting;

/// <summary>
/// Creates the program's tables before any other hosted service starts, the web server included. If it fails, the host does not start.
/// </summary>
internal sealed partial class TableStarter(IServiceProvider provider, IEnumerable<TableRegistration> tables) : IHostedLifecycleService
{
    private readonly ILogger logger = provider.GetService<ILoggerFactory>()?.CreateLogger(DynamoTelemetry.Name) ?? NullLogger.Instance;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        foreach (var (clientName, tableName, definition) in tables)
        {
            if (definition is null)
                continue;

            try
            {
                var client = RegisteredClients.Resolve(provider, clientName);
                await client.EnsureTableAsync(definition, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                Failed(logger, exception, tableName, clientName ?? "default");
                throw;
            }
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(
        7,
        LogLevel.Critical,
        "The table '{Table}' of the {Client} client could not be created, or differs from its definition. The program does not start.")]
    private static partial void Failed(ILogger logger, Exception exception, string table, string client);
}
