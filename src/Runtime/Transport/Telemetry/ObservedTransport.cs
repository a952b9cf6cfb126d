using DynamoToolkit.Wire;
using Microsoft.Extensions.Logging;

namespace DynamoToolkit.Transport.Telemetry;

/// <summary>
/// Gives spans and measurements to the calls of any transport: the embedded engine, a user's own. If nobody listens, it passes requests on
/// and allocates nothing.
/// </summary>
internal sealed class ObservedTransport : IDynamoTransport
{
    private readonly IDynamoTransport inner;
    private readonly ILogger logger;

    private ObservedTransport(IDynamoTransport inner, ILogger logger)
    {
        this.inner = inner;
        this.logger = logger;
    }

    /// <summary>Makes sure that each call of a transport is observed, and only once.</summary>
    /// <param name="transport">The transport.</param>
    /// <param name="loggers">Gets the exceptions of listeners; null for nobody.</param>
    public static IDynamoTransport Over(IDynamoTransport transport, ILoggerFactory? loggers) =>
        ObservesItself(transport) ? transport : new ObservedTransport(transport, TransportLog.For(loggers));

    public ValueTask<WireBuffer> SendAsync(DynamoRequest request, CancellationToken cancellationToken) =>
        request.Report is null && CallScope.IsListenedTo
            ? SendObservedAsync(request, cancellationToken)
            : inner.SendAsync(request, cancellationToken);

    public void Dispose() => inner.Dispose();

    /// <summary>A class derived from <see cref="SdkTransport"/> may send requests without its telemetry.</summary>
    private static bool ObservesItself(IDynamoTransport transport) =>
        transport is HttpTransport or BridgeTransport || transport.GetType() == typeof(SdkTransport);

    private async ValueTask<WireBuffer> SendObservedAsync(DynamoRequest request, CancellationToken cancellationToken)
    {
        var call = CallScope.Start(request, logger);
        var report = new CallReport();
        WireBuffer answer;
        try
        {
            answer = await inner.SendAsync(request with { Report = report }, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            call.Failed(exception, report.Attempts, report.Server);
            throw;
        }

        call.Succeeded(answer.WrittenSpan, report.Attempts, report.Server);
        return answer;
    }
}
