using DynamoToolkit.Runtime.Tests.Transport.Support;

namespace DynamoToolkit.Runtime.Tests.Transport.Conformance;

public sealed class SdkTransportConformance() : TransportConformance(TransportKind.Sdk);
