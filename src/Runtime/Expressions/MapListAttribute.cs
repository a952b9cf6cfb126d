using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary>A token for a list (L) of elements that have their own tokens, as nested types do: <c>r.Lines[0].Price</c>.</summary>
/// <typeparam name="T">The member's type, such as <c>List&lt;Line&gt;</c>.</typeparam>
/// <typeparam name="TConverter">Writes and reads the whole list.</typeparam>
/// <typeparam name="TElement">The elements' type.</typeparam>
/// <typeparam name="TElementConverter">Writes and reads the elements.</typeparam>
/// <typeparam name="TTokens">The tokens of the elements.</typeparam>
public readonly struct MapListAttribute<T, TConverter, TElement, TElementConverter, TTokens>
    : IAttribute<T, TConverter>, IListAttribute<TElement, TElementConverter>,
    IAttributeTokens<MapListAttribute<T, TConverter, TElement, TElementConverter, TTokens>>
    where TConverter : IAttributeConverter<T>
    where TElementConverter : IAttributeConverter<TElement>
    where TTokens : IAttributeTokens<TTokens>
{
    /// <summary>Creates the token of a top-level attribute.</summary>
    public MapListAttribute(string name)
        : this(new AttributePath(name))
    {
    }

    /// <summary>Creates the token of the attribute at a path.</summary>
    public MapListAttribute(AttributePath path) => Path = path;

    /// <inheritdoc/>
    public AttributePath Path { get; }

    static MapListAttribute<T, TConverter, TElement, TElementConverter, TTokens>
        IAttributeTokens<MapListAttribute<T, TConverter, TElement, TElementConverter, TTokens>>.At(AttributePath path) => new(path);

    /// <summary>The attributes of the element at a position, counted from 0.</summary>
    public TTokens this[int position] => TTokens.At(Path.Element(position, NullForm<TElement, TElementConverter>.IsStored));

    /// <summary>Holds if the list has an element equal to this one.</summary>
    public Condition Contains(TElement element) => new MatchCondition<TElement, TElementConverter>(Path, isPrefix: false, element);
}
