namespace DynamoToolkit;

/// <summary>
/// Stores the members of a nested type as attributes of the containing item, rather than as one map attribute. If all of them are
/// absent, a nullable member reads as null.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class DynamoFlattenAttribute : Attribute
{
    /// <summary>Text before each of the nested type's attribute names; empty by default.</summary>
    public string? Prefix { get; set; }
}
