using System.Text;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Runtime.Tests.Tables.Support;

/// <summary>Gives one answer to everything, to so many requests at the same moment, each on a thread of its own.</summary>
internal sealed class SimultaneousTransport(int atOnce, string json) : IDynamoTransport
{
    private readonly Barrier barrier = new(atOnce);
    private readonly byte[] answer = Encoding.UTF8.GetBytes(json);

    public ValueTask<WireBuffer> SendAsync(DynamoRequest request, CancellationToken cancellationToken) =>
        new(Task.Factory.StartNew(
            () =>
            {
                if (!barrier.SignalAndWait(TimeSpan.FromMinutes(2), cancellationToken))
                    throw new TimeoutException($"There were never {atOnce} requests at once.");
                var response = WireBuffer.Rent(answer.Length);
                response.Write(answer);
                return response;
            },
            cancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default));

    public void Dispose() => barrier.Dispose();
}
