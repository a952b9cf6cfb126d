using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Streams;

namespace DynamoToolkit.Integration.Tests.Streams;

/// <summary>A process that runs a consumer.</summary>
internal sealed class Worker
{
    private readonly KillSwitch network;
    private readonly CancellationTokenSource stop = new();

    public Worker(string name, KillSwitch network, DynamoClient client, IChangeHandler<Metric> handler)
    {
        this.network = network;
        Name = name;
        var options = new StreamConsumerOptions { WorkerName = name, CheckpointInterval = TimeSpan.FromSeconds(2), PageSize = 20 };
        Consumer = StreamConsumer.For<Metric>(client, options).AddHandler(handler);
        Running = Task.Run(RunAsync);
    }

    public string Name { get; }

    public StreamConsumer Consumer { get; }

    public Task Running { get; }

    /// <summary>Ends the process as an operator does.</summary>
    public void Stop() => stop.Cancel();

    /// <summary>Ends the process as a power failure does: it writes nothing any more.</summary>
    public void Kill()
    {
        network.Kill();
        stop.Cancel();
    }

    private async Task RunAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await Consumer.RunAsync(stop.Token);
            }
            catch (Exception) when (stop.IsCancellationRequested)
            {
                return;
            }
        }
    }
}
