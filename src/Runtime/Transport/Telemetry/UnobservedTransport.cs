using DynamoToolkit.Wire;

namespace DynamoToolkit.Transport.Telemetry;

/// <summary>Sends requests without spans and measurements, whatever transport is below.</summary>
internal sealed class UnobservedTransport(IDynamoTransport inner) : IDynamoTransport
{
    public ValueTask<WireBuffer> SendAsync(DynamoRequest request, CancellationToken cancellationToken) =>
        inner.SendAsync(request with { Report = CallReport.Unobserved }, cancellationToken);

    public void Dispose() => inner.Dispose();
}
