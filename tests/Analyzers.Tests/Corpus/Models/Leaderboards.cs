using System;
using DynamoToolkit;

namespace Corpus.Leaderboards;

/// <summary>The best score of a player in a game and season. The board reads the index backwards.</summary>
[DynamoTable("leaderboards")]
[PartitionKey("PLAYER#{PlayerId}"), SortKey("GAME#{GameId}#{Season}")]
[GlobalIndex("board", "BOARD#{GameId}#{Season}", "{Best}"), WriteSharded(4, Index = "board")]
public sealed partial class BestScore
{
    public required string PlayerId { get; init; }

    public required string GameId { get; init; }

    public required int Season { get; init; }

    public long Best { get; set; }

    public string? Replay { get; set; }

    public DateTimeOffset ReachedAt { get; set; }
}
