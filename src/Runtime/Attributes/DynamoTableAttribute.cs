namespace DynamoToolkit;

/// <summary>
/// Makes a partial class, record or struct an item type: the generator adds its mapping, its keys and its expression tokens.
/// Several item types may name the same table (single-table design).
/// </summary>
/// <param name="tableName">The table's name in the model; <c>DynamoClientOptions</c> may map it to a physical name.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class DynamoTableAttribute(string tableName) : Attribute
{
    /// <summary>The table's name in the model.</summary>
    public string TableName { get; } = tableName;
}
