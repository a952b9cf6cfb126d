using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Reads;

/// <summary>One page of a query or scan.</summary>
/// <param name="Items">The items to return; empty if only their number is wanted.</param>
/// <param name="Count">The number of items that the filter accepts.</param>
/// <param name="Scanned">The number of items that were examined.</param>
/// <param name="Last">The last examined item, if another page may follow; otherwise null.</param>
internal sealed record Page(List<MapValue> Items, long Count, long Scanned, MapValue? Last);
