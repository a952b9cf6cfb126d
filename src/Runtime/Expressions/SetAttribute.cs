using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary>A token for a set (SS, NS, BS) attribute.</summary>
/// <typeparam name="T">The member's type, such as <c>HashSet&lt;string&gt;</c>.</typeparam>
/// <typeparam name="TConverter">Writes and reads the whole set.</typeparam>
/// <typeparam name="TElement">The elements' type.</typeparam>
/// <typeparam name="TElementConverter">Writes and reads one element as a value of its own (S, N or B).</typeparam>
public readonly struct SetAttribute<T, TConverter, TElement, TElementConverter>
    : IAttribute<T, TConverter>, ISetAttribute<TElement, TElementConverter>, ISetToken,
    IAttributeTokens<SetAttribute<T, TConverter, TElement, TElementConverter>>
    where TConverter : IAttributeConverter<T>
    where TElementConverter : IAttributeConverter<TElement>
{
    /// <summary>Creates the token of a top-level attribute.</summary>
    public SetAttribute(string name)
        : this(new AttributePath(name))
    {
    }

    /// <summary>Creates the token of the attribute at a path.</summary>
    public SetAttribute(AttributePath path) => Path = path;

    /// <inheritdoc/>
    public AttributePath Path { get; }

    static SetAttribute<T, TConverter, TElement, TElementConverter>
        IAttributeTokens<SetAttribute<T, TConverter, TElement, TElementConverter>>.At(AttributePath path) => new(path);

    /// <summary>Holds where the set has the element.</summary>
    public Condition Contains(TElement element) => new MatchCondition<TElement, TElementConverter>(Path, isPrefix: false, element);
}
