namespace DynamoToolkit;

/// <summary>What a get answered.</summary>
/// <typeparam name="T">The item's type.</typeparam>
public sealed record GetResult<T>
{
    /// <summary>Whether there is such an item.</summary>
    public bool HasItem { get; init; }

    /// <summary>The item, or the default value where there is none.</summary>
    public T? Item { get; init; }

    /// <summary>The capacity used, where the get asked for it.</summary>
    public ConsumedCapacity? ConsumedCapacity { get; init; }
}
