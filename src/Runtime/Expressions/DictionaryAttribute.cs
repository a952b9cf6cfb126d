using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary>A token for a map (M) attribute with keys that are known only at run time: <c>r.Tags["team"]</c>.</summary>
/// <typeparam name="T">The member's type, such as <c>Dictionary&lt;string, string&gt;</c>.</typeparam>
/// <typeparam name="TConverter">Writes and reads the whole map.</typeparam>
/// <typeparam name="TElement">The values' type.</typeparam>
/// <typeparam name="TElementConverter">Writes and reads the values.</typeparam>
public readonly struct DictionaryAttribute<T, TConverter, TElement, TElementConverter> : IAttribute<T, TConverter>,
    IAttributeTokens<DictionaryAttribute<T, TConverter, TElement, TElementConverter>>
    where TConverter : IAttributeConverter<T>
    where TElementConverter : IAttributeConverter<TElement>
{
    /// <summary>Creates the token of a top-level attribute.</summary>
    public DictionaryAttribute(string name)
        : this(new AttributePath(name))
    {
    }

    /// <summary>Creates the token of the attribute at a path.</summary>
    public DictionaryAttribute(AttributePath path) => Path = path;

    /// <inheritdoc/>
    public AttributePath Path { get; }

    static DictionaryAttribute<T, TConverter, TElement, TElementConverter>
        IAttributeTokens<DictionaryAttribute<T, TConverter, TElement, TElementConverter>>.At(AttributePath path) => new(path);

    /// <summary>The value of a key.</summary>
    public Attribute<TElement, TElementConverter> this[string key] => new(Path.Entry(key, NullForm<TElement, TElementConverter>.IsStored));
}
