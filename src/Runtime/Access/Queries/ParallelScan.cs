using System.Threading.Channels;

namespace DynamoToolkit;

/// <summary>Reads several sequences at once into one.</summary>
internal static class ParallelScan
{
    private const int ItemsAhead = 256;

    public static async IAsyncEnumerator<T> Read<T>(IReadOnlyList<ItemSequence<T>> parts, int? limit, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var channel = Channel.CreateBounded<T>(new BoundedChannelOptions(ItemsAhead) { SingleReader = true });
        var copying = CopyAllAsync(parts, channel.Writer, stop);
        try
        {
            var left = limit;
            await foreach (var item in channel.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return item;
                if (--left == 0)
                    break;
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);

            // It never throws: the channel has passed a part's error to the reader.
            await copying.ConfigureAwait(false);
        }
    }

    private static async Task CopyAllAsync<T>(IReadOnlyList<ItemSequence<T>> parts, ChannelWriter<T> writer, CancellationTokenSource stop)
    {
        try
        {
            await Task.WhenAll(parts.Select(part => CopyAsync(part, writer, stop))).ConfigureAwait(false);
            writer.TryComplete();
        }
        catch (Exception error)
        {
            writer.TryComplete(error);
        }
    }

    private static async Task CopyAsync<T>(ItemSequence<T> part, ChannelWriter<T> writer, CancellationTokenSource stop)
    {
        try
        {
            await foreach (var item in part.WithCancellation(stop.Token).ConfigureAwait(false))
                await writer.WriteAsync(item, stop.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            writer.TryComplete(error);
            await stop.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }
}
