namespace TrackingStore.Protocol.Messages;

/// <summary>A user. Both lists are there also when they are empty.</summary>
internal sealed record User
{
    public required long Id { get; init; }
    public required string Username { get; init; }
    public required bool IsAdmin { get; init; }
    public required IReadOnlyList<ExperimentPermission> ExperimentPermissions { get; init; }
    public required IReadOnlyList<RegisteredModelPermission> RegisteredModelPermissions { get; init; }
}
