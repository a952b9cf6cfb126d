namespace DynamoToolkit;

/// <summary>
/// An item type with unique values. Implemented by the generator for types with <see cref="UniqueAttribute"/>.
/// </summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IUniqueItem<TSelf> : ITrackedItem<TSelf>
    where TSelf : IUniqueItem<TSelf>;
