using DynamoToolkit.Streams;
using DynamoToolkit.Transport;

namespace DynamoToolkit.Integration.Tests.Streams;

/// <summary>A process that runs a consumer.</summary>
internal sealed class Worker
{
    private readonly KillSwitch network;
    private readonly CancellationTokenSource stop = new();

    public Worker(KillSwitch network, StreamConsumer consumer)
    {
        this.network = network;
        Consumer = consumer;
        Running = Task.Run(RunAsync);
    }

    public StreamConsumer Consumer { get; }

    /// <summary>The process; it has the exception that ended the consumer before it was stopped.</summary>
    public Task Running { get; }

    /// <summary>Whether it was stopped or killed.</summary>
    public bool IsStopping => stop.IsCancellationRequested;

    /// <summary>The options of a worker: it parks soon, and has few changes at once.</summary>
    public static StreamConsumerOptions OptionsOf(string name) =>
        new() { WorkerName = name, CheckpointInterval = TimeSpan.FromSeconds(2), PageSize = 20, MaxAttempts = 2 };

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
        try
        {
            await Consumer.RunAsync(stop.Token);
        }
        catch (TransportException) when (network.IsDead)
        {
            // The process is dead.
        }
    }
}
