using System;
using System.Collections.Generic;
using DynamoToolkit;

namespace Corpus.TenantProjects;

/// <summary>A tenant of the service. Its id leads all of its keys.</summary>
[DynamoTable("saas")]
[PartitionKey("TENANT#{TenantId}"), SortKey("TENANT")]
public sealed partial class Tenant
{
    public required Guid TenantId { get; init; }

    public required string Name { get; set; }

    public string Plan { get; set; } = "free";

    [CreatedAt]
    public DateTimeOffset Since { get; init; }
}

[DynamoTable("saas")]
[PartitionKey("TENANT#{TenantId}#PROJECT#{ProjectId}"), SortKey("PROJECT")]
[GlobalIndex("projects", "TENANT#{TenantId}", "PROJECT#{Name}")]
[Cardinality(5_000, Index = "projects")]
public sealed partial class Project
{
    public required Guid TenantId { get; init; }

    public required Guid ProjectId { get; init; }

    public required string Name { get; set; }

    public HashSet<string> Members { get; set; } = [];
}

[DynamoTable("saas")]
[PartitionKey("TENANT#{TenantId}#PROJECT#{ProjectId}"), SortKey("TASK#{TaskId}")]
[GlobalIndex("assigned", "TENANT#{TenantId}#USER#{Assignee}", "{DueOn}#{TaskId}")]
public sealed partial class ProjectTask
{
    public required Guid TenantId { get; init; }

    public required Guid ProjectId { get; init; }

    public required Guid TaskId { get; init; }

    public required string Title { get; set; }

    public string? Assignee { get; set; }

    public DateOnly DueOn { get; set; }

    public bool Done { get; set; }

    [ConcurrencyToken]
    public int? Revision { get; set; }
}
