namespace DynamoToolkit;

/// <summary>What a batch read of one item type.</summary>
/// <typeparam name="T">The item type.</typeparam>
public sealed record BatchGetResult<T> : BatchGetResult<T, T>
    where T : IItem<T>;
