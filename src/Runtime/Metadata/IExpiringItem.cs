namespace DynamoToolkit;

/// <summary>
/// An item type with a time to live. Implemented by the generator for types with <see cref="TimeToLiveAttribute"/>.
/// </summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IExpiringItem<TSelf> : IItem<TSelf>
    where TSelf : IExpiringItem<TSelf>;
