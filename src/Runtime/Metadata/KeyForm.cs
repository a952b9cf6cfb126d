using System.ComponentModel;

namespace DynamoToolkit;

/// <summary>Makes the value of a key attribute that holds one member. Implemented for generated code.</summary>
/// <typeparam name="T">The member's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class KeyForm<T>
{
    /// <summary>The text that every value of the key begins with, before the member.</summary>
    public virtual string Prefix => "";

    /// <summary>The key attribute's value.</summary>
    public abstract KeyValue Of(T value);

    /// <summary>What the key attributes of members that begin with a text begin with.</summary>
    public virtual KeyValue Beginning(T value) => Of(value);
}
