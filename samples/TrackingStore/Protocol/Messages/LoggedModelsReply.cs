namespace TrackingStore.Protocol.Messages;

/// <summary>A page of logged models.</summary>
internal sealed record LoggedModelsReply(IReadOnlyList<LoggedModelMessage>? Models, string? NextPageToken);
