namespace TrackingStore.Protocol.Messages;

/// <summary>The body of every error.</summary>
internal sealed record ErrorReply(string ErrorCode, string Message);
