using System;
using DynamoToolkit;

namespace Corpus.Broadcasts;

/// <summary>A program on a channel; the index has keys of several attributes.</summary>
[DynamoTable("broadcasts")]
[PartitionKey("CHANNEL#{Channel}"), SortKey("{Begins}")]
[GlobalIndex("byEpisode", ["{Series}", "{Season}"], ["{Episode}", "{Begins}"])]
public sealed partial class Broadcast
{
    public required string Channel { get; init; }

    public required DateTimeOffset Begins { get; init; }

    public required DateTimeOffset Ends { get; set; }

    public required string Title { get; set; }

    public string? Series { get; set; }

    public int? Season { get; set; }

    public int? Episode { get; set; }

    [TimeToLive]
    public DateTimeOffset? ForgetAt { get; set; }
}
