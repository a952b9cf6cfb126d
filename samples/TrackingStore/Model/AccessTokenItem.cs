using DynamoToolkit;

namespace TrackingStore.Model;

/// <summary>A random text that a program signs in with instead of its user's password.</summary>
[DynamoTable("tracking")]
[PartitionKey("USER#{UserName}"), SortKey("TOKEN#{TokenId}")]
internal sealed partial class AccessTokenItem
{
    public required string UserName { get; init; }
    public required string TokenId { get; init; }

    /// <summary>A fast hash of the secret. The secret is random, so nobody can try all of them.</summary>
    public required string Digest { get; init; }

    [CreatedAt]
    public DateTimeOffset CreationTime { get; init; }
}
