using DynamoToolkit;

namespace TrackingStore.Model;

/// <summary>Somebody who can sign in.</summary>
[DynamoTable("tracking")]
[PartitionKey("USER#{Name}"), SortKey("META")]
internal sealed partial record UserItem
{
    public required string Name { get; init; }

    /// <summary>The number by which MLflow's clients know the user.</summary>
    public required long UserId { get; init; }

    /// <summary>A slow hash of the password, with its salt and cost.</summary>
    public required string PasswordHash { get; init; }

    /// <summary>Whether the user may do everything.</summary>
    public required bool IsAdmin { get; init; }
}
