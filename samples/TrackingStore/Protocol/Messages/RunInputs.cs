namespace TrackingStore.Protocol.Messages;

/// <summary>What a run read.</summary>
internal sealed record RunInputs
{
    public IReadOnlyList<DatasetInput>? DatasetInputs { get; init; }
    public IReadOnlyList<ModelInput>? ModelInputs { get; init; }
}
