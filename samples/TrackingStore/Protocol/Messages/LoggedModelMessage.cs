namespace TrackingStore.Protocol.Messages;

/// <summary>A logged model with everything that was logged to it.</summary>
internal sealed record LoggedModelMessage(LoggedModelInfo Info, LoggedModelData Data);
