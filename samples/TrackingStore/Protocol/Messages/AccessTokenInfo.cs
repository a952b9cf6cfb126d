namespace TrackingStore.Protocol.Messages;

/// <summary>An access token, without its secret. The time is in milliseconds since 1970.</summary>
internal sealed record AccessTokenInfo(string TokenId, long CreationTime);
