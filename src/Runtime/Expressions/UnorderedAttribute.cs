using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary>
/// A token for an attribute whose values are equal or not, but have no order in DynamoDB that is the type's own: what is
/// stored as text that sorts otherwise, as enums by name and <see cref="Version"/>. So it has no <c>&lt;</c> and no <c>Between</c>.
/// </summary>
/// <typeparam name="T">The member's type; for a nullable value type, the type without the question mark.</typeparam>
/// <typeparam name="TConverter">Writes and reads the values.</typeparam>
#pragma warning disable CS0660, CS0661 // == and != create conditions; two tokens are never compared for equality
public readonly struct UnorderedAttribute<T, TConverter> : IAttribute<T, TConverter>, IAttributeTokens<UnorderedAttribute<T, TConverter>>
#pragma warning restore CS0660, CS0661
    where TConverter : IAttributeConverter<T>
{
    /// <summary>Creates the token of a top-level attribute.</summary>
    public UnorderedAttribute(string name)
        : this(new AttributePath(name))
    {
    }

    /// <summary>Creates the token of the attribute at a path.</summary>
    public UnorderedAttribute(AttributePath path) => Path = path;

    /// <inheritdoc/>
    public AttributePath Path { get; }

    static UnorderedAttribute<T, TConverter> IAttributeTokens<UnorderedAttribute<T, TConverter>>.At(AttributePath path) => new(path);

    /// <summary>Holds if the attribute has the value. With null, it holds if the attribute is missing or NULL.</summary>
    public static Condition operator ==(UnorderedAttribute<T, TConverter> attribute, T? value) =>
        AttributeComparisons.Equal<T, TConverter>(attribute.Path, value);

    /// <summary>Holds if the attribute has another value or is missing. With null, it holds if the attribute has a value.</summary>
    public static Condition operator !=(UnorderedAttribute<T, TConverter> attribute, T? value) =>
        AttributeComparisons.NotEqual<T, TConverter>(attribute.Path, value);

    /// <summary>Holds where the attribute has the value; with null, where it is absent or NULL.</summary>
    public static Condition operator ==(T? value, UnorderedAttribute<T, TConverter> attribute) => attribute == value;

    /// <summary>Holds where the attribute has another value or is absent; with null, where it has a value.</summary>
    public static Condition operator !=(T? value, UnorderedAttribute<T, TConverter> attribute) => attribute != value;

    /// <summary>Holds where both attributes have the same value.</summary>
    public static Condition operator ==(UnorderedAttribute<T, TConverter> left, UnorderedAttribute<T, TConverter> right) =>
        AttributeComparisons.Compare(left.Path, Comparison.Equal, right.Path);

    /// <summary>Holds if the attributes differ.</summary>
    public static Condition operator !=(UnorderedAttribute<T, TConverter> left, UnorderedAttribute<T, TConverter> right) =>
        AttributeComparisons.Compare(left.Path, Comparison.NotEqual, right.Path);

    /// <summary>Holds where the attribute has one of the values: at most 100 of them; where there is no value, no item matches.</summary>
    public Condition In(params ReadOnlySpan<T> values) => InCondition<T, TConverter>.Of(Path, values.ToArray());

    /// <inheritdoc cref="In(ReadOnlySpan{T})"/>
    public Condition In(IEnumerable<T> values) => InCondition<T, TConverter>.Of(Path, values.ToArray());
}
