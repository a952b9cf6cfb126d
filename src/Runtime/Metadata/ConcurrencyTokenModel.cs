using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>The attribute that holds an item type's concurrency token, and how the token gets into and out of an item.</summary>
public sealed class ConcurrencyTokenModel
{
    private readonly Func<object, KeyValue> get;
    private readonly Action<object, KeyValue> set;
    private readonly Func<KeyValue> random;
    private readonly long maximum;

    private ConcurrencyTokenModel(
        string attributeName, Func<object, KeyValue> get, Action<object, KeyValue> set, Func<KeyValue>? random, long maximum)
    {
        AttributeName = attributeName;
        IsNumber = random is null;
        this.get = get;
        this.set = set;
        this.random = random ?? (static () => KeyValue.Of(1L));
        this.maximum = maximum;
    }

    /// <summary>The attribute's name.</summary>
    public string AttributeName { get; }

    /// <summary>Whether the token is a number that each write increments, and not a random text.</summary>
    public bool IsNumber { get; }

    /// <summary>A token that counts the writes.</summary>
    /// <typeparam name="T">The item type.</typeparam>
    /// <param name="attributeName">The attribute's name.</param>
    /// <param name="get">Returns an item's token, or null.</param>
    /// <param name="set">Assigns an item's token.</param>
    public static ConcurrencyTokenModel OfInt32<T>(string attributeName, Func<T, int?> get, Action<T, int> set)
        where T : class =>
        new(
            attributeName,
            item => get((T)item) is { } token ? KeyValue.Of(token) : default,
            (item, token) => set((T)item, token.As<int, NumberConverter<int>>()),
            random: null,
            int.MaxValue);

    /// <inheritdoc cref="OfInt32"/>
    public static ConcurrencyTokenModel OfInt64<T>(string attributeName, Func<T, long?> get, Action<T, long> set)
        where T : class =>
        new(
            attributeName,
            item => get((T)item) is { } token ? KeyValue.Of(token) : default,
            (item, token) => set((T)item, token.As<long, NumberConverter<long>>()),
            random: null,
            long.MaxValue);

    /// <summary>A token that is a random text.</summary>
    /// <inheritdoc cref="OfInt32"/>
    public static ConcurrencyTokenModel OfString<T>(string attributeName, Func<T, string?> get, Action<T, string> set)
        where T : class =>
        new(
            attributeName,
            item => get((T)item) is { } token ? KeyValue.Of(token) : default,
            (item, token) => set((T)item, token.Text!),
            static () => KeyValue.Of(Guid.NewGuid().ToString("N")),
            maximum: 0);

    /// <summary>A token that is a random <see cref="Guid"/>.</summary>
    /// <inheritdoc cref="OfInt32"/>
    public static ConcurrencyTokenModel OfGuid<T>(string attributeName, Func<T, Guid?> get, Action<T, Guid> set)
        where T : class =>
        new(
            attributeName,
            item => get((T)item) is { } token ? KeyValue.Of(token) : default,
            (item, token) => set((T)item, Guid.Parse(token.Text!)),
            static () => KeyValue.Of(Guid.NewGuid()),
            maximum: 0);

    /// <summary>An item's token; the default value if it is null.</summary>
    internal KeyValue Of(object item) => get(item);

    /// <summary>Assigns an item's token.</summary>
    internal void Assign(object item, KeyValue token) => set(item, token);

    /// <summary>The token of an item's first write: 1, or a random text.</summary>
    internal KeyValue First() => random();

    /// <summary>The token of the write that replaces an item.</summary>
    /// <exception cref="InvalidOperationException">The number has reached the largest value of the member's type.</exception>
    internal KeyValue After(KeyValue current)
    {
        if (!IsNumber)
            return random();
        var number = current.As<long, NumberConverter<long>>();
        return number < maximum
            ? KeyValue.Of(number + 1)
            : throw new InvalidOperationException(
                $"The concurrency token '{AttributeName}' is {number}, and its type has no larger number. Use a long or a string.");
    }
}
