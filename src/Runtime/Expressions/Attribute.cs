using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary>
/// A token for one attribute of an item. Its operators create conditions, whose values never get into the text of an expression:
/// <c>r.Status == RunStatus.Running</c>. Tokens are generated with the item type. Creating one costs nothing.
/// </summary>
/// <typeparam name="T">The member's type; for a nullable value type, the type without the question mark.</typeparam>
/// <typeparam name="TConverter">Writes and reads the values.</typeparam>
#pragma warning disable CS0660, CS0661 // == and != make conditions; two tokens are never compared for equality
public readonly struct Attribute<T, TConverter> : IAttribute<T, TConverter>, IAttributeTokens<Attribute<T, TConverter>>
#pragma warning restore CS0660, CS0661
    where TConverter : IAttributeConverter<T>
{
    /// <summary>Creates the token of a top-level attribute.</summary>
    public Attribute(string name)
        : this(new AttributePath(name))
    {
    }

    /// <summary>Creates the token of the attribute at a path.</summary>
    public Attribute(AttributePath path) => Path = path;

    /// <inheritdoc/>
    public AttributePath Path { get; }

    static Attribute<T, TConverter> IAttributeTokens<Attribute<T, TConverter>>.At(AttributePath path) => new(path);

    /// <summary>Holds where the attribute has the value; with null, where it is absent or NULL.</summary>
    public static Condition operator ==(Attribute<T, TConverter> attribute, T? value) =>
        AttributeComparisons.Equal<T, TConverter>(attribute.Path, value);

    /// <summary>Holds if the attribute has another value or is missing. With null, it holds if the attribute has a value.</summary>
    public static Condition operator !=(Attribute<T, TConverter> attribute, T? value) =>
        AttributeComparisons.NotEqual<T, TConverter>(attribute.Path, value);

    /// <summary>Holds if the attribute is less than the value.</summary>
    public static Condition operator <(Attribute<T, TConverter> attribute, T value) =>
        AttributeComparisons.Compare<T, TConverter>(attribute.Path, Comparison.Less, value);

    /// <summary>Holds if the attribute is the value or less.</summary>
    public static Condition operator <=(Attribute<T, TConverter> attribute, T value) =>
        AttributeComparisons.Compare<T, TConverter>(attribute.Path, Comparison.AtMost, value);

    /// <summary>Holds if the attribute is greater than the value.</summary>
    public static Condition operator >(Attribute<T, TConverter> attribute, T value) =>
        AttributeComparisons.Compare<T, TConverter>(attribute.Path, Comparison.Greater, value);

    /// <summary>Holds if the attribute is the value or greater.</summary>
    public static Condition operator >=(Attribute<T, TConverter> attribute, T value) =>
        AttributeComparisons.Compare<T, TConverter>(attribute.Path, Comparison.AtLeast, value);

    /// <summary>Holds where the attribute has the value; with null, where it is absent or NULL.</summary>
    public static Condition operator ==(T? value, Attribute<T, TConverter> attribute) => attribute == value;

    /// <summary>Holds where the attribute has another value or is absent; with null, where it has a value.</summary>
    public static Condition operator !=(T? value, Attribute<T, TConverter> attribute) => attribute != value;

    /// <summary>Holds where the value is less than the attribute.</summary>
    public static Condition operator <(T value, Attribute<T, TConverter> attribute) => attribute > value;

    /// <summary>Holds where the value is the attribute or less.</summary>
    public static Condition operator <=(T value, Attribute<T, TConverter> attribute) => attribute >= value;

    /// <summary>Holds where the value is greater than the attribute.</summary>
    public static Condition operator >(T value, Attribute<T, TConverter> attribute) => attribute < value;

    /// <summary>Holds where the value is the attribute or greater.</summary>
    public static Condition operator >=(T value, Attribute<T, TConverter> attribute) => attribute <= value;

    /// <summary>Holds where both attributes have the same value.</summary>
    public static Condition operator ==(Attribute<T, TConverter> left, Attribute<T, TConverter> right) =>
        AttributeComparisons.Compare(left.Path, Comparison.Equal, right.Path);

    /// <summary>Holds if the attributes differ.</summary>
    public static Condition operator !=(Attribute<T, TConverter> left, Attribute<T, TConverter> right) =>
        AttributeComparisons.Compare(left.Path, Comparison.NotEqual, right.Path);

    /// <summary>Holds if the first attribute is less than the second.</summary>
    public static Condition operator <(Attribute<T, TConverter> left, Attribute<T, TConverter> right) =>
        AttributeComparisons.Compare(left.Path, Comparison.Less, right.Path);

    /// <summary>Holds if the first attribute is not greater than the second.</summary>
    public static Condition operator <=(Attribute<T, TConverter> left, Attribute<T, TConverter> right) =>
        AttributeComparisons.Compare(left.Path, Comparison.AtMost, right.Path);

    /// <summary>Holds if the first attribute is greater than the second.</summary>
    public static Condition operator >(Attribute<T, TConverter> left, Attribute<T, TConverter> right) =>
        AttributeComparisons.Compare(left.Path, Comparison.Greater, right.Path);

    /// <summary>Holds if the first attribute is not less than the second.</summary>
    public static Condition operator >=(Attribute<T, TConverter> left, Attribute<T, TConverter> right) =>
        AttributeComparisons.Compare(left.Path, Comparison.AtLeast, right.Path);

    /// <summary>Holds where the attribute has one of the values: at most 100 of them; where there is no value, no item matches.</summary>
    public Condition In(params ReadOnlySpan<T> values) => InCondition<T, TConverter>.Of(Path, values.ToArray());

    /// <inheritdoc cref="In(ReadOnlySpan{T})"/>
    public Condition In(IEnumerable<T> values) => InCondition<T, TConverter>.Of(Path, values.ToArray());

    /// <summary>Holds if the attribute is between the two values, both included. The first must not be greater than the second.</summary>
    public Condition Between(T low, T high) => new BetweenCondition<AttributePath, T, TConverter>(Path, Path, low, high);
}
