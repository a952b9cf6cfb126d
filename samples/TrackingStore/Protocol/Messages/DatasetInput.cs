namespace TrackingStore.Protocol.Messages;

/// <summary>A data set that a run read, with the tags of that reading (<c>mlflow.data.context</c> among them).</summary>
internal sealed record DatasetInput
{
    /// <summary>The tag that says what the data set was read for.</summary>
    public const string ContextTag = "mlflow.data.context";

    public IReadOnlyList<NamedValue>? Tags { get; init; }
    public required Dataset Dataset { get; init; }
}
