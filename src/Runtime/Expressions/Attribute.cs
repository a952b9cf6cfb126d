using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary>
/// A token for one attribute of an item. Its operators make conditions and its value never leaves the expression's values:
/// <c>r.Status == RunStatus.Running</c>. Tokens are generated beside the item type; a token costs nothing to make.
/// </summary>
/// <typeparam name="T">The member's type; of a nullable value type, the type without the question mark.</typeparam>
/// <typeparam name="TConverter">Writes and reads the values.</typeparam>
#pragma warning disable CS0660, CS0661 // == and != make conditions; two tokens are never compared for equality
public readonly struct Attribute<T, TConverter> : IAttribute<T, TConverter>
#pragma warning restore CS0660, CS0661
    where TConverter : IAttributeConverter<T>
{
    /// <summary>Makes the token of a top-level attribute.</summary>
    public Attribute(string name)
        : this(new AttributePath(name))
    {
    }

    /// <summary>Makes the token of what is at a path.</summary>
    public Attribute(AttributePath path) => Path = path;

    /// <inheritdoc/>
    public AttributePath Path { get; }

    /// <summary>Holds where the attribute has the value; with null, where it is absent or NULL.</summary>
    public static Condition operator ==(Attribute<T, TConverter> attribute, T? value) =>
        value is null ? Absent(attribute.Path) : Compare(attribute, Comparison.Equal, value);

    /// <summary>Holds where the attribute has another value or is absent; with null, where it has a value.</summary>
    public static Condition operator !=(Attribute<T, TConverter> attribute, T? value) =>
        value is null ? !Absent(attribute.Path) : Compare(attribute, Comparison.NotEqual, value);

    /// <summary>Holds where the attribute is less than the value.</summary>
    public static Condition operator <(Attribute<T, TConverter> attribute, T value) => Compare(attribute, Comparison.Less, value);

    /// <summary>Holds where the attribute is the value or less.</summary>
    public static Condition operator <=(Attribute<T, TConverter> attribute, T value) => Compare(attribute, Comparison.AtMost, value);

    /// <summary>Holds where the attribute is greater than the value.</summary>
    public static Condition operator >(Attribute<T, TConverter> attribute, T value) => Compare(attribute, Comparison.Greater, value);

    /// <summary>Holds where the attribute is the value or greater.</summary>
    public static Condition operator >=(Attribute<T, TConverter> attribute, T value) => Compare(attribute, Comparison.AtLeast, value);

    /// <summary>Holds where both attributes have the same value.</summary>
    public static Condition operator ==(Attribute<T, TConverter> left, Attribute<T, TConverter> right) => Compare(left, Comparison.Equal, right);

    /// <summary>Holds where the attributes differ.</summary>
    public static Condition operator !=(Attribute<T, TConverter> left, Attribute<T, TConverter> right) => Compare(left, Comparison.NotEqual, right);

    /// <summary>Holds where the first attribute is less than the second.</summary>
    public static Condition operator <(Attribute<T, TConverter> left, Attribute<T, TConverter> right) => Compare(left, Comparison.Less, right);

    /// <summary>Holds where the first attribute is not greater than the second.</summary>
    public static Condition operator <=(Attribute<T, TConverter> left, Attribute<T, TConverter> right) => Compare(left, Comparison.AtMost, right);

    /// <summary>Holds where the first attribute is greater than the second.</summary>
    public static Condition operator >(Attribute<T, TConverter> left, Attribute<T, TConverter> right) => Compare(left, Comparison.Greater, right);

    /// <summary>Holds where the first attribute is not less than the second.</summary>
    public static Condition operator >=(Attribute<T, TConverter> left, Attribute<T, TConverter> right) => Compare(left, Comparison.AtLeast, right);

    /// <summary>Holds where the attribute has one of the values: 1 to 100 of them.</summary>
    public Condition In(params ReadOnlySpan<T> values) => new InCondition<T, TConverter>(Path, values);

    /// <summary>Holds where the attribute is between the two values, both included.</summary>
    public Condition Between(T low, T high) =>
        new BetweenCondition<AttributePath, ValueOperand<T, TConverter>>(Path, Path, new(low), new(high));

    private static Condition Absent(AttributePath path) => new ExistenceCondition(path, exists: false) | new TypeCondition(path, AttributeType.Null);

    private static ComparisonCondition<AttributePath, ValueOperand<T, TConverter>> Compare(Attribute<T, TConverter> attribute, Comparison comparison, T value) =>
        new(attribute.Path, attribute.Path, comparison, new ValueOperand<T, TConverter>(value));

    private static ComparisonCondition<AttributePath, AttributePath> Compare(Attribute<T, TConverter> left, Comparison comparison, Attribute<T, TConverter> right) =>
        new(left.Path, left.Path, comparison, right.Path);
}
