using Amazon.DynamoDBv2;
using DynamoToolkit.Runtime.Tests.Transport.Support;
using DynamoToolkit.Transport;

namespace DynamoToolkit.Runtime.Tests.Transport.Conformance;

public sealed class BridgeTransportConformance : TransportConformance
{
    protected override IDynamoTransport Create(Uri address, int attempts) =>
        new BridgeTransport(new AmazonDynamoDBClient(Transports.SdkCredentials, Transports.SdkConfigFor(address, attempts)), ownsClient: true);
}
