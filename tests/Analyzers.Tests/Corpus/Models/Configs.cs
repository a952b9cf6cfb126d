using System;
using System.Collections.Generic;
using DynamoToolkit;

namespace Corpus.Configs;

/// <summary>A configuration of which every version is kept.</summary>
[DynamoTable("configs"), VersionControlled]
[GlobalIndex("byService", "SERVICE#{Service}", "{Name}", Versions = IndexedVersions.Latest)]
public sealed partial record Configuration
{
    [PartitionKey]
    public required string Path { get; init; }

    [SortKey, Version]
    public int Version { get; init; }

    public required string Service { get; init; }

    public required string Name { get; init; }

    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    [LatestOnly, CreatedAt]
    public DateTimeOffset CreatedAt { get; init; }

    [LatestOnly, CreatedBy]
    public string? CreatedBy { get; init; }

    [UpdatedAt]
    public DateTimeOffset UpdatedAt { get; init; }

    [UpdatedBy]
    public string? UpdatedBy { get; init; }
}
