namespace DynamoToolkit;

/// <summary>
/// Distinguishes a derived type from its siblings in one table or map attribute. A String attribute holds this name, and a read of the base
/// type returns the derived type with that name.
/// </summary>
/// <param name="name">The stored name. It must not change once items exist.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class DynamoTypeAttribute(string name) : Attribute
{
    /// <summary>The stored name.</summary>
    public string Name { get; } = name;

    /// <summary>The attribute that holds the name; <c>_type</c> by default. All types of one family use the same attribute.</summary>
    public string AttributeName { get; set; } = "_type";
}
