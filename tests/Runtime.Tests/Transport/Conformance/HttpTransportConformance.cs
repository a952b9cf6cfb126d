using DynamoToolkit.Runtime.Tests.Transport.Support;
using DynamoToolkit.Transport;

namespace DynamoToolkit.Runtime.Tests.Transport.Conformance;

public sealed class HttpTransportConformance : TransportConformance
{
    protected override IDynamoTransport Create(Uri address, int attempts)
    {
        var options = Transports.OptionsFor(address);
        options.MaxAttempts = attempts;
        return new HttpTransport(options);
    }
}
