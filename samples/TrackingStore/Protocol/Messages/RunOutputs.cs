namespace TrackingStore.Protocol.Messages;

/// <summary>What a run made.</summary>
internal sealed record RunOutputs
{
    public IReadOnlyList<ModelOutput>? ModelOutputs { get; init; }
}
