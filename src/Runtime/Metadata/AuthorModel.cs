namespace DynamoToolkit;

/// <summary>A member that holds who saved a version.</summary>
public sealed class AuthorModel
{
    private readonly Func<object, string?> get;
    private readonly Action<object, string> set;

    private AuthorModel(Func<object, string?> get, Action<object, string> set) => (this.get, this.set) = (get, set);

    /// <summary>The model of a member.</summary>
    /// <typeparam name="T">The item type.</typeparam>
    /// <param name="get">Returns an item's author, or null.</param>
    /// <param name="set">Assigns an item's author.</param>
    public static AuthorModel Of<T>(Func<T, string?> get, Action<T, string> set)
        where T : class => new(item => get((T)item), (item, author) => set((T)item, author));

    /// <summary>Whether an item has an author.</summary>
    internal bool HasAuthor(object item) => !string.IsNullOrEmpty(get(item));

    /// <summary>Assigns an item's author.</summary>
    internal void Assign(object item, string author) => set(item, author);
}
