namespace DynamoToolkit;

/// <summary>Reads the current item of a walk and moves past it. Returns false if the item does not belong to the sequence.</summary>
/// <typeparam name="T">The item's type.</typeparam>
internal delegate bool ItemRead<T>(PageWalk walk, out T item);
