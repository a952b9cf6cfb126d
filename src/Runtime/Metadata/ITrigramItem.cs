namespace DynamoToolkit;

/// <summary>
/// An item type with trigram indexes. Implemented by the generator for types with <see cref="TrigramIndexedAttribute"/>.
/// </summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface ITrigramItem<TSelf> : IItem<TSelf>
    where TSelf : ITrigramItem<TSelf>;
