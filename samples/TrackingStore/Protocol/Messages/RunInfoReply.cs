namespace TrackingStore.Protocol.Messages;

/// <summary>The reply to an update of a run.</summary>
internal sealed record RunInfoReply(RunInfo RunInfo);
