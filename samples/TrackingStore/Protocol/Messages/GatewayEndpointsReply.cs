namespace TrackingStore.Protocol.Messages;

/// <summary>The endpoints of a gateway to language models.</summary>
internal sealed record GatewayEndpointsReply(IReadOnlyList<KeyValue> Endpoints);
