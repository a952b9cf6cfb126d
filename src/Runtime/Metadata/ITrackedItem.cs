namespace DynamoToolkit;

/// <summary>
/// An item type whose writes have to know what they replace, because other items of the table depend on it: the reservations of unique
/// values, and the items of a trigram index. Implemented by the generator.
/// </summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface ITrackedItem<TSelf> : IItem<TSelf>
    where TSelf : ITrackedItem<TSelf>;
