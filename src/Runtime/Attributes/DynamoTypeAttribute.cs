namespace DynamoToolkit;

/// <summary>
/// Tells a derived type from its siblings in one table or map attribute: a String attribute holds this name, and reading the base type
/// makes the derived type whose name it finds.
/// </summary>
/// <param name="name">The name that is stored. It must not change once items exist.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class DynamoTypeAttribute(string name) : Attribute
{
    /// <summary>The name that is stored.</summary>
    public string Name { get; } = name;

    /// <summary>The attribute that holds the name; <c>_type</c> unless set. All types of one family use the same.</summary>
    public string AttributeName { get; set; } = "_type";
}
