using System.Net;
using System.Net.Sockets;

namespace TrackingStore.Tests.Support;

/// <summary>A way to another port that a test opens when it wants to.</summary>
internal sealed class Forwarder(int target) : IAsyncDisposable
{
    private readonly HeldPort port = new();
    private TcpListener? listener;
    private readonly CancellationTokenSource end = new();
    private Task running = Task.CompletedTask;

    /// <summary>Where it listens once it was started.</summary>
    public int Port => port.Number;

    /// <summary>Opens the way.</summary>
    public void Start()
    {
        listener = new TcpListener(IPAddress.Loopback, Port);
        listener.Start();
        running = RunAsync(listener);
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener?.Dispose();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        end.Dispose();
        port.Dispose();
    }

    private static async Task CopyAsync(Stream from, Stream to, CancellationToken cancellationToken)
    {
        try
        {
            await from.CopyToAsync(to, cancellationToken);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // One of the ends has left.
        }
    }

    private async Task RunAsync(TcpListener listener)
    {
        var all = new List<Task>();
        try
        {
            while (true) all.Add(ForwardAsync(await listener.AcceptTcpClientAsync(end.Token)));
        }
        finally
        {
            await Task.WhenAll(all);
        }
    }

    private async Task ForwardAsync(TcpClient client)
    {
        using (client)
        {
            using var other = new TcpClient();
            await other.ConnectAsync(IPAddress.Loopback, target);
            var (here, there) = (client.GetStream(), other.GetStream());
            await Task.WhenAny(CopyAsync(here, there, end.Token), CopyAsync(there, here, end.Token));
        }
    }
}
