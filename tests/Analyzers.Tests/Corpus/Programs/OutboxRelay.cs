using System;
using System.Threading;
using System.Threading.Tasks;
using Corpus.Hosting;
using Corpus.Outbox;
using DynamoToolkit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Corpus.Programs.OutboxRelay;

/// <summary>Sends what waits in the outbox, the oldest first.</summary>
public sealed class OutboxRelay(DynamoTable<OutboxMessage> outbox, IMessageBus bus, ILogger<OutboxRelay> log)
    : IHostedService, IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private Task work = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        work = RunAsync(stopping.Token);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await work.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => stopping.Dispose();

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var sent = 0;
            await foreach (var message in outbox.Query(OutboxMessage.Index.Pending("yes")).Limit(100).WithCancellation(cancellationToken))
            {
                await bus.SendAsync(message.Topic, message.Body, cancellationToken);
                await outbox.Update(OutboxMessage.Key(message.MessageId)).Remove(m => m.Pending).IfExists().ExecuteAsync(cancellationToken);
                sent++;
            }

            log.LogDebug("Sent {Count} messages.", sent);
            if (sent == 0)
                await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
        }
    }
}
