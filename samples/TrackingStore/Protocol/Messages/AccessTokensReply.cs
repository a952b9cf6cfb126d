namespace TrackingStore.Protocol.Messages;

/// <summary>The reply with the access tokens of a user.</summary>
internal sealed record AccessTokensReply(IReadOnlyList<AccessTokenInfo>? Tokens);
