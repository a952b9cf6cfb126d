namespace DynamoToolkit;

/// <summary>Searches of the trigram indexes of an item type.</summary>
public static class SearchExtensions
{
    /// <summary>
    /// A search for items by a part of their text: <c>people.Search(Person.Trigrams.Name("tenant-a")).Containing("ada")</c>.
    /// </summary>
    /// <typeparam name="T">The item type.</typeparam>
    /// <param name="table">The table.</param>
    /// <param name="scope">The index, and the values within which to search: <c>Person.Trigrams.Name("tenant-a")</c>.</param>
    public static Search<T> Search<T>(this DynamoTable<T> table, TrigramScope<T> scope)
        where T : ITrigramItem<T>
    {
        ArgumentNullException.ThrowIfNull(table);
        if (scope.Index is null)
            throw new ArgumentException($"The scope is empty. Create it with {typeof(T).Name}.Trigrams.", nameof(scope));
        return new Search<T>(table, scope);
    }
}
