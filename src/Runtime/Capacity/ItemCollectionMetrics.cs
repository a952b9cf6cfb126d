namespace DynamoToolkit;

/// <summary>The size of the item collection that a write changed. Only tables with local indexes report it.</summary>
/// <param name="Partition">The collection's partition key value.</param>
/// <param name="LowerBoundGigabytes">The estimate's lower bound, in GB.</param>
/// <param name="UpperBoundGigabytes">The estimate's upper bound, in GB. A collection with local indexes cannot grow beyond 10 GB.</param>
public sealed record ItemCollectionMetrics(KeyValue Partition, double LowerBoundGigabytes, double UpperBoundGigabytes);
