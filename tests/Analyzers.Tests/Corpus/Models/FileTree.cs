using System;
using DynamoToolkit;

namespace Corpus.FileTree;

/// <summary>A file or folder. The children of a folder are one query; a subtree is one with the beginning of a path.</summary>
[DynamoTable("files")]
[PartitionKey("DRIVE#{DriveId}"), SortKey("PATH#{Path}")]
[GlobalIndex("children", "FOLDER#{DriveId}#{ParentId}", "{Name}")]
public sealed partial class FileNode
{
    public required Guid DriveId { get; init; }

    public required string Path { get; init; }

    public required Guid NodeId { get; init; }

    public Guid? ParentId { get; set; }

    public required string Name { get; set; }

    public long Bytes { get; set; }

    public string? ContentHash { get; set; }

    public bool IsFolder { get; init; }

    [UpdatedAt]
    public DateTimeOffset ModifiedAt { get; init; }
}
