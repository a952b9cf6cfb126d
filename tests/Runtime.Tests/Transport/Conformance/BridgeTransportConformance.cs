using DynamoToolkit.Runtime.Tests.Transport.Support;

namespace DynamoToolkit.Runtime.Tests.Transport.Conformance;

public sealed class BridgeTransportConformance() : TransportConformance(TransportKind.Bridge);
