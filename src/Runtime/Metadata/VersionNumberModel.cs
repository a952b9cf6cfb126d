namespace DynamoToolkit;

/// <summary>The member that holds the number of an item's version.</summary>
public sealed class VersionNumberModel
{
    private readonly Func<object, long> get;
    private readonly Action<object, long> set;

    private VersionNumberModel(Func<object, long> get, Action<object, long> set, long max)
    {
        this.get = get;
        this.set = set;
        Max = max;
    }

    /// <summary>The largest number that the member holds.</summary>
    internal long Max { get; }

    /// <summary>A version that is an <c>int</c>.</summary>
    /// <typeparam name="T">The item type.</typeparam>
    /// <param name="get">Returns an item's version.</param>
    /// <param name="set">Assigns an item's version.</param>
    public static VersionNumberModel OfInt32<T>(Func<T, int> get, Action<T, int> set)
        where T : class =>
        new(item => get((T)item), (item, version) => set((T)item, checked((int)version)), int.MaxValue);

    /// <summary>A version that is a <c>long</c>.</summary>
    /// <inheritdoc cref="OfInt32"/>
    public static VersionNumberModel OfInt64<T>(Func<T, long> get, Action<T, long> set)
        where T : class =>
        new(item => get((T)item), (item, version) => set((T)item, version), long.MaxValue);

    /// <summary>An item's version.</summary>
    internal long Of(object item) => get(item);

    /// <summary>Assigns an item's version.</summary>
    internal void Assign(object item, long version) => set(item, version);
}
