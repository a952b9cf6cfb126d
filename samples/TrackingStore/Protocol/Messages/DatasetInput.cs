namespace TrackingStore.Protocol.Messages;

/// <summary>A data set that a run read, with the tags of that reading (<c>mlflow.data.context</c> among them).</summary>
internal sealed record DatasetInput
{
    public IReadOnlyList<KeyValue>? Tags { get; init; }
    public required Dataset Dataset { get; init; }
}
