namespace DynamoToolkit;

/// <summary>
/// The attribute that holds the stamp of an item's postings in one index, and how the stamp gets into and out of an item.
/// </summary>
public sealed class TrigramStampModel
{
    private readonly Func<object, TrigramStamp> get;
    private readonly Action<object, TrigramStamp> set;

    private TrigramStampModel(string attributeName, Func<object, TrigramStamp> get, Action<object, TrigramStamp> set)
    {
        AttributeName = attributeName;
        this.get = get;
        this.set = set;
    }

    /// <summary>The attribute's name.</summary>
    public string AttributeName { get; }

    /// <summary>Describes a stamp.</summary>
    /// <typeparam name="T">The item type.</typeparam>
    /// <param name="attributeName">The attribute's name.</param>
    /// <param name="get">Returns an item's stamp.</param>
    /// <param name="set">Assigns an item's stamp.</param>
    public static TrigramStampModel Of<T>(string attributeName, Func<T, TrigramStamp> get, Action<T, TrigramStamp> set)
        where T : class =>
        new(attributeName, item => get((T)item), (item, stamp) => set((T)item, stamp));

    /// <summary>An item's stamp.</summary>
    internal TrigramStamp Of(object item) => get(item);

    /// <summary>Assigns an item's stamp.</summary>
    internal void Assign(object item, TrigramStamp stamp) => set(item, stamp);
}
