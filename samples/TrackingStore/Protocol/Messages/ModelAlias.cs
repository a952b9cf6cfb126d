namespace TrackingStore.Protocol.Messages;

/// <summary>An alias of a registered model.</summary>
internal sealed record ModelAlias(string Alias, string Version);
