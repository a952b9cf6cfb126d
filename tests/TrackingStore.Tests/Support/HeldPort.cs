using System.Net;
using System.Net.Sockets;

namespace TrackingStore.Tests.Support;

/// <summary>
/// A port that the system gives to nobody else while the test has it: whoever is told its number can listen there, now and then, and who
/// connects in between is refused. A port that was only found free may be another program's a moment later.
/// </summary>
internal sealed class HeldPort : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public HeldPort()
    {
        // Servers set the same option. Then they may listen where this is bound, as it never listens itself.
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
    }

    /// <summary>Its number.</summary>
    public int Number => ((IPEndPoint)socket.LocalEndPoint!).Port;

    public void Dispose() => socket.Dispose();
}
