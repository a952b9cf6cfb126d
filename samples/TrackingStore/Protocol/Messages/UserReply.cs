namespace TrackingStore.Protocol.Messages;

/// <summary>The reply with one user.</summary>
internal sealed record UserReply(User User);
