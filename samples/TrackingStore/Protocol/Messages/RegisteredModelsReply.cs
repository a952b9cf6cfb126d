namespace TrackingStore.Protocol.Messages;

/// <summary>A page of registered models.</summary>
internal sealed record RegisteredModelsReply(IReadOnlyList<RegisteredModelInfo>? RegisteredModels, string? NextPageToken);
