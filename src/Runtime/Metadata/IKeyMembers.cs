using System.ComponentModel;

namespace DynamoToolkit;

/// <summary>The values from which an update composes the key of an index. Read by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IKeyMembers
{
    /// <summary>The value that the update gives an attribute.</summary>
    /// <typeparam name="TValue">The member's type.</typeparam>
    /// <param name="attributeName">The attribute's name.</param>
    TValue Get<TValue>(string attributeName);

    /// <summary>The key of the updated item.</summary>
    /// <typeparam name="T">The item type.</typeparam>
    ItemKey<T> Key<T>()
        where T : IItem<T>;
}
