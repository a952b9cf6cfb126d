namespace DynamoToolkit.Local.Storage;

/// <summary>A change of a tree, to be repeated on a later one (<see cref="SortedTree{T, TKeys}.Try"/>).</summary>
/// <param name="Before">The tree.</param>
/// <param name="After">The tree after the change.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Replaced">The entry that had the key; null if there was none.</param>
internal readonly record struct TreeChange<T, TKeys>(SortedTree<T, TKeys> Before, SortedTree<T, TKeys> After, T Entry, T? Replaced)
    where T : class
    where TKeys : IKeyOf<T>;
