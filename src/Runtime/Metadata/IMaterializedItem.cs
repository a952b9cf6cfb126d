namespace DynamoToolkit;

/// <summary>
/// An item type with members that materializers write. Implemented by the generator for types with <see cref="MaterializeAttribute"/> or
/// <see cref="MaterializedCountAttribute"/>.
/// </summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IMaterializedItem<TSelf> : IItem<TSelf>
    where TSelf : IMaterializedItem<TSelf>;
