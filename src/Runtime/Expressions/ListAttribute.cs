using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary>A token for a list (L) attribute.</summary>
/// <typeparam name="T">The member's type, such as <c>List&lt;string&gt;</c>.</typeparam>
/// <typeparam name="TConverter">Writes and reads the whole list.</typeparam>
/// <typeparam name="TElement">The elements' type.</typeparam>
/// <typeparam name="TElementConverter">Writes and reads the elements.</typeparam>
public readonly struct ListAttribute<T, TConverter, TElement, TElementConverter>
    : IAttribute<T, TConverter>, IListAttribute<TElement, TElementConverter>,
    IAttributeTokens<ListAttribute<T, TConverter, TElement, TElementConverter>>
    where TConverter : IAttributeConverter<T>
    where TElementConverter : IAttributeConverter<TElement>
{
    /// <summary>Creates the token of a top-level attribute.</summary>
    public ListAttribute(string name)
        : this(new AttributePath(name))
    {
    }

    /// <summary>Creates the token of the attribute at a path.</summary>
    public ListAttribute(AttributePath path) => Path = path;

    /// <inheritdoc/>
    public AttributePath Path { get; }

    static ListAttribute<T, TConverter, TElement, TElementConverter>
        IAttributeTokens<ListAttribute<T, TConverter, TElement, TElementConverter>>.At(AttributePath path) => new(path);

    /// <summary>The element at a position, counted from 0.</summary>
    public Attribute<TElement, TElementConverter> this[int position] =>
        new(Path.Element(position, NullForm<TElement, TElementConverter>.IsStored));

    /// <summary>Holds if the list has an element of this value.</summary>
    public Condition Contains(TElement element) => new MatchCondition<TElement, TElementConverter>(Path, isPrefix: false, element);
}
