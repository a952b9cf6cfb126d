namespace DynamoToolkit;

/// <summary>How far a move of items to another number of write shards is.</summary>
/// <param name="Scanned">How many items of the type were read.</param>
/// <param name="Moved">How many of them got another key of the table.</param>
/// <param name="Reindexed">How many of them got another key of an index.</param>
/// <param name="Next">Where to continue after an interruption; null at the end.</param>
public sealed record ReshardProgress(long Scanned, long Moved, long Reindexed, PageToken? Next);
