namespace DynamoToolkit.Streams.Workers;

/// <summary>The service has deleted records before they were read.</summary>
/// <param name="isShardGone">Whether the shard does not exist any more.</param>
/// <param name="cause">The service's error.</param>
internal sealed class TrimmedDataException(bool isShardGone, Exception cause)
    : Exception("The service has deleted records that were not read.", cause)
{
    public bool IsShardGone => isShardGone;
}
