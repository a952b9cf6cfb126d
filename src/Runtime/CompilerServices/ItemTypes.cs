using System.ComponentModel;

namespace DynamoToolkit.CompilerServices;

/// <summary>Checks the type of an item that is about to be written. Only generated code calls it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ItemTypes
{
    /// <summary>Throws if an item is of a derived type, whose own members the mapping of its base class does not know.</summary>
    /// <typeparam name="T">The type whose mapping is about to write the item.</typeparam>
    /// <param name="item">The item.</param>
    /// <exception cref="InvalidOperationException">The item is of a derived type.</exception>
    public static void ThrowIfDerived<T>(T item)
        where T : class
    {
        if (item.GetType() != typeof(T))
        {
            throw new InvalidOperationException(
                $"A {item.GetType().Name} cannot be written as its base class {typeof(T).Name}, because its own members would be lost. "
                + $"Give both classes [DynamoType], so that {typeof(T).Name} knows {item.GetType().Name}, or seal {typeof(T).Name}.");
        }
    }
}
