namespace DynamoToolkit.Local;

/// <summary>What the requests for a table or a global index consumed.</summary>
/// <param name="TableName">The table.</param>
/// <param name="IndexName">The global index; null for the table itself.</param>
/// <param name="Partitions">The number of partitions. It grows with heat.</param>
/// <param name="WriteUnits">All write units so far.</param>
/// <param name="ReadUnits">All read units so far.</param>
/// <param name="ThrottledWrites">The number of throttled writes.</param>
/// <param name="ThrottledReads">The number of throttled reads.</param>
public sealed record ResourceHeat(
    string TableName, string? IndexName, int Partitions, double WriteUnits, double ReadUnits, long ThrottledWrites, long ThrottledReads);
