using System;
using DynamoToolkit;

namespace Corpus.Music;

/// <summary>A track of an album; a local index lists an artist's tracks by popularity, read consistently.</summary>
[DynamoTable("music")]
[LocalIndex("byPlays", "{Plays}")]
[LocalIndex("byTitle", "{Title}", Projection = IndexProjection.KeysOnly)]
public sealed partial class Track
{
    [PartitionKey]
    public required string Artist { get; init; }

    /// <summary>Album and number: <c>Blue#03</c>.</summary>
    [SortKey]
    public required string Position { get; init; }

    public required string Title { get; init; }

    public long Plays { get; set; }

    public TimeSpan Length { get; init; }
}
