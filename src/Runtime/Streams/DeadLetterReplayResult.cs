namespace DynamoToolkit.Streams;

/// <summary>What a replay of dead letters did.</summary>
public sealed record DeadLetterReplayResult
{
    /// <summary>The number of changes that were handled.</summary>
    public int Applied { get; init; }

    /// <summary>The number of items that are not parked any more, once for each handler.</summary>
    public int ItemsReleased { get; init; }

    /// <summary>
    /// The number of items that are still parked, once for each handler: it failed again, was left out, or the consumer has no handler of
    /// that name.
    /// </summary>
    public int ItemsStillParked { get; init; }
}
