namespace DynamoToolkit;

/// <summary>
/// Declares a <see cref="DynamoTableAttribute"/> type as a second view of another type's items: it has the same keys, and some of the
/// members. Without it, two types of one table whose keys can be equal are an error.
/// </summary>
/// <param name="itemType">The type that the items are of.</param>
/// <remarks>
/// A view reads, updates and deletes items of the other type. It does not put them, because a put would remove the attributes that the view
/// does not have.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class ViewOfAttribute(Type itemType) : Attribute
{
    /// <summary>The type that the items are of.</summary>
    public Type ItemType { get; } = itemType;
}
