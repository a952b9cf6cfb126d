namespace DynamoToolkit;

/// <summary>The size of the item collection that a write touched; only tables with local indexes have such.</summary>
/// <param name="Partition">The collection's partition key value.</param>
/// <param name="LowerBoundGigabytes">The estimate's lower bound.</param>
/// <param name="UpperBoundGigabytes">The estimate's upper bound. A collection with local indexes cannot grow beyond 10 GB.</param>
public sealed record ItemCollectionMetrics(KeyValue Partition, double LowerBoundGigabytes, double UpperBoundGigabytes);
