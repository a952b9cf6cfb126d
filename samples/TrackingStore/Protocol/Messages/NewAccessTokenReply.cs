namespace TrackingStore.Protocol.Messages;

/// <summary>The reply with a new access token. Nobody can see its text again.</summary>
internal sealed record NewAccessTokenReply(string TokenId, string Token);
