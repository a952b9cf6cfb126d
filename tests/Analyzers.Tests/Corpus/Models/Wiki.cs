using System;
using System.Collections.Generic;
using DynamoToolkit;

namespace Corpus.Wiki;

/// <summary>A page of a wiki with its whole history.</summary>
[DynamoTable("wiki"), VersionControlled]
[PartitionKey("SPACE#{Space}#PAGE#{Title}"), SortKey("PAGE#V{Version}")]
[GlobalIndex("pages", "SPACE#{Space}", "{Title}", Versions = IndexedVersions.Latest)]
public sealed partial record WikiPage
{
    public required string Space { get; init; }

    public required string Title { get; init; }

    [Version]
    public long Version { get; init; }

    public required string Text { get; init; }

    public string? Comment { get; init; }

    public IReadOnlySet<string> Links { get; init; } = new HashSet<string>();

    [UpdatedAt]
    public DateTime UpdatedAt { get; init; }

    [UpdatedBy]
    public string? UpdatedBy { get; init; }
}
