namespace DynamoToolkit;

/// <summary>
/// Finds items by any part of a text: by a fragment, a prefix, a suffix or a <c>LIKE</c> pattern, without a scan. The index consists of
/// items of its own in the same table, about one for each character of the text.
/// </summary>
/// <remarks>
/// The table needs a String as partition key and a String as sort key. A search returns only items whose text still matches: an index item
/// that is out of date costs a read, and never changes a result.
/// </remarks>
[AttributeUsage(
    AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter, AllowMultiple = true, Inherited = false)]
public sealed class TrigramIndexedAttribute : Attribute
{
    /// <summary>
    /// The members within whose values a search looks: with <c>Scope = [nameof(TenantId)]</c>, each tenant has an index of its own. A table
    /// with many items needs a scope, which also spreads the load of writes. An item in which one of them is null is not in the index.
    /// </summary>
    public string[] Scope { get; set; } = [];

    /// <summary>
    /// Who writes the index: the program that writes the item, or a worker that reads the table's stream. After a change of it, deploy
    /// writers and workers, and call <c>RepairTrigramsAsync</c>.
    /// </summary>
    public TrigramUpkeep Upkeep { get; set; }

    /// <summary>
    /// The index's name, which is part of its items' keys. The default consists of the names of the type and the members, so a renamed type
    /// or member needs the old name here.
    /// </summary>
    public string? Name { get; set; }
}
