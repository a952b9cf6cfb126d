namespace DynamoToolkit.Transport.Telemetry;

/// <summary>
/// Goes along with a request whose call something above the transport observes. The transport reports what only it knows, and starts
/// neither a span nor a measurement of its own.
/// </summary>
internal sealed class CallReport
{
    private int attempts;
    private Uri? server;

    /// <summary>The report of calls that nobody may observe.</summary>
    public static CallReport Unobserved { get; } = new();

    /// <summary>The number of times that the request was sent; 0 if no transport reported it.</summary>
    public int Attempts => Volatile.Read(ref attempts);

    /// <summary>The server's address, if a transport reported it.</summary>
    public Uri? Server => Volatile.Read(ref server);

    /// <summary>Adds one call of a transport. A transport above it may send a request several times, also at once.</summary>
    /// <param name="sent">The number of times that it sent the request.</param>
    /// <param name="address">The server's address, if it is known.</param>
    public void Add(int sent, Uri? address)
    {
        // All requests share this one, and nobody reads it.
        if (ReferenceEquals(this, Unobserved))
            return;

        Interlocked.Add(ref attempts, sent);
        if (address is not null)
            Volatile.Write(ref server, address);
    }
}
