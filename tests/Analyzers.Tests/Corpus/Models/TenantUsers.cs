using System;
using DynamoToolkit;

namespace Corpus.TenantUsers;

/// <summary>A user: the mail address is unique everywhere, the handle within the workspace.</summary>
[DynamoTable("users")]
[PartitionKey("WORKSPACE#{WorkspaceId}#USER#{UserId}"), SortKey("USER")]
public sealed partial record User
{
    public required string WorkspaceId { get; init; }

    public required Guid UserId { get; init; }

    [Unique]
    public required string Email { get; init; }

    [Unique(Scope = [nameof(WorkspaceId)])]
    public string? Handle { get; init; }

    public string? FullName { get; init; }

    public DateTimeOffset? LastSeen { get; init; }

    [CreatedAt]
    public DateTimeOffset CreatedAt { get; init; }

    [UpdatedAt]
    public DateTimeOffset UpdatedAt { get; init; }
}
