using DynamoToolkit.Streams;
using Microsoft.Extensions.Hosting;

namespace DynamoToolkit.Hosting;

/// <summary>Runs a consumer as long as the program runs.</summary>
internal sealed class StreamService(StreamConsumer consumer) : BackgroundService
{
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        consumer.Announce();
        return base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => consumer.RunAsync(stoppingToken);
}
