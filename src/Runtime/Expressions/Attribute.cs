using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary>
/// A token for one attribute of an item. Its operators create conditions, whose values never get into the text of an expression:
/// <c>r.Status == RunStatus.Running</c>. Tokens are generated with the item type. Creating one costs nothing.
/// </summary>
/// <typeparam name="T">The member's type; for a nullable value type, the type without the question mark.</typeparam>
/// <typeparam name="TConverter">Writes and reads the values.</typeparam>
#pragma warning disable CS0660, CS0661 // == and != create conditions; two tokens are never compared for equality
public readonly struct Attribute<T, TConverter> : IAttribute<T, TConverter>
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

    /// <summary>Holds if the attribute has the value. With null, it holds if the attribute is missing or NULL.</summary>
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

    /// <summary>Holds if both attributes have the same value.</summary>
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

    /// <summary>Holds if the attribute has one of the values: 1 to 100 of them.</summary>
    public Condition In(params ReadOnlySpan<T> values) => new InCondition<T, TConverter>(Path, values);

    /// <summary>Holds if the attribute is between the two values, both included. The first must not be greater than the second.</summary>
    public Condition Between(T low, T high) => new BetweenCondition<AttributePath, T, TConverter>(Path, Path, low, high);
}
