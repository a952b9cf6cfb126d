namespace TrackingStore.Protocol.Messages;

/// <summary>The reply with one logged model.</summary>
internal sealed record LoggedModelReply(LoggedModelMessage Model);
