using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>
/// A type whose instances are items of a table. Implemented by the generator for types with <see cref="DynamoTableAttribute"/>.
/// </summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IItem<TSelf> : IDynamoMap<TSelf>
    where TSelf : IItem<TSelf>
{
    /// <summary>The table, its keys and its indexes, as the type declares them.</summary>
    static abstract TableModel Model { get; }

    static IReadOnlyList<string> IDynamoMap<TSelf>.TypeNames => TSelf.Model.Discriminator?.Names ?? [];

    static object? IDynamoMap<TSelf>.ItemModel => TSelf.Model;

    /// <summary>The primary key of an item.</summary>
    /// <param name="item">The item.</param>
    static abstract ItemKey<TSelf> KeyOf(in TSelf item);
}
