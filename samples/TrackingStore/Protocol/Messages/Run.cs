namespace TrackingStore.Protocol.Messages;

/// <summary>A run with everything that was logged to it.</summary>
internal sealed record Run
{
    public required RunInfo Info { get; init; }
    public RunData Data { get; init; } = new();
    public RunInputs Inputs { get; init; } = new();
    public RunOutputs? Outputs { get; init; }
}
