using DynamoToolkit.Runtime.Tests.Transport.Support;
using DynamoToolkit.Transport;

namespace DynamoToolkit.Runtime.Tests.Transport.Conformance;

public sealed class SdkTransportConformance : TransportConformance
{
    protected override IDynamoTransport Create(Uri address, int attempts) => new SdkTransport(Transports.SdkCredentials, Transports.SdkConfigFor(address, attempts));
}
