namespace TrackingStore.Protocol.Messages;

/// <summary>The reply with one registered model.</summary>
internal sealed record RegisteredModelReply(RegisteredModelInfo RegisteredModel);
