using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary>
/// A token for a map (M) with keys that are known only at run time and values that have their own tokens: <c>r.Lines["a"].Price</c>.
/// </summary>
/// <typeparam name="T">The member's type, such as <c>Dictionary&lt;string, Line&gt;</c>.</typeparam>
/// <typeparam name="TConverter">Writes and reads the whole map.</typeparam>
/// <typeparam name="TTokens">The tokens of the values.</typeparam>
public readonly struct MapDictionaryAttribute<T, TConverter, TTokens> : IAttribute<T, TConverter>,
    IAttributeTokens<MapDictionaryAttribute<T, TConverter, TTokens>>
    where TConverter : IAttributeConverter<T>
    where TTokens : IAttributeTokens<TTokens>
{
    /// <summary>Creates the token of a top-level attribute.</summary>
    public MapDictionaryAttribute(string name)
        : this(new AttributePath(name))
    {
    }

    /// <summary>Creates the token of the attribute at a path.</summary>
    public MapDictionaryAttribute(AttributePath path) => Path = path;

    /// <inheritdoc/>
    public AttributePath Path { get; }

    static MapDictionaryAttribute<T, TConverter, TTokens>
        IAttributeTokens<MapDictionaryAttribute<T, TConverter, TTokens>>.At(AttributePath path) => new(path);

    /// <summary>The attributes of a key's value.</summary>
    public TTokens this[string key] => TTokens.At(Path.Entry(key, NullForm<T, TConverter>.IsStoredInside));
}
