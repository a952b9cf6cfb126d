namespace DynamoToolkit;

/// <summary>
/// An item type whose items are kept for a declared duration. Implemented by the generator for types with
/// <see cref="RetentionAttribute"/>, or with a duration in <see cref="TimeToLiveAttribute"/>.
/// </summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IRetainedItem<TSelf> : IExpiringItem<TSelf>
    where TSelf : IRetainedItem<TSelf>;
