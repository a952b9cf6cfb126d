using System.Runtime.CompilerServices;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary>
/// A token for a boolean, which is a condition as it is: <c>r.Active</c> holds where the attribute is true, <c>!r.Active</c> where it is
/// not, which includes items without it. DynamoDB puts booleans in no order, so that it has no <c>&lt;</c> and no <c>Between</c>.
/// </summary>
/// <typeparam name="TConverter">Writes and reads the values.</typeparam>
#pragma warning disable CS0660, CS0661 // == and != make conditions; two tokens are never compared for equality
public sealed class BooleanAttribute<TConverter> : Condition, IAttribute<bool, TConverter>, IAttributeTokens<BooleanAttribute<TConverter>>
#pragma warning restore CS0660, CS0661
    where TConverter : IAttributeConverter<bool>
{
    /// <summary>Makes the token of a top-level attribute.</summary>
    public BooleanAttribute(string name)
        : this(new AttributePath(name))
    {
    }

    /// <summary>Makes the token of what is at a path.</summary>
    public BooleanAttribute(AttributePath path) => Path = path;

    /// <inheritdoc/>
    public AttributePath Path { get; }

    static BooleanAttribute<TConverter> IAttributeTokens<BooleanAttribute<TConverter>>.At(AttributePath path) => new(path);

    /// <summary>Holds where the attribute has the value; with null, where it is absent or NULL.</summary>
    [OverloadResolutionPriority(1)] // so that null is a value, not a token
    public static Condition operator ==(BooleanAttribute<TConverter>? attribute, bool? value)
    {
        ArgumentNullException.ThrowIfNull(attribute);
        return value switch
        {
            null => AttributeComparisons.Absent(attribute.Path),
            true => attribute,
            false => new BooleanCondition<TConverter>(attribute, Comparison.Equal, value: false),
        };
    }

    /// <summary>Holds where the attribute has another value or is absent; with null, where it has a value.</summary>
    [OverloadResolutionPriority(1)]
    public static Condition operator !=(BooleanAttribute<TConverter>? attribute, bool? value)
    {
        ArgumentNullException.ThrowIfNull(attribute);
        return value is { } given
            ? new BooleanCondition<TConverter>(attribute, Comparison.NotEqual, given)
            : !AttributeComparisons.Absent(attribute.Path);
    }

    /// <summary>Holds where the attribute has the value; with null, where it is absent or NULL.</summary>
    [OverloadResolutionPriority(1)]
    public static Condition operator ==(bool? value, BooleanAttribute<TConverter>? attribute) => attribute == value;

    /// <summary>Holds where the attribute has another value or is absent; with null, where it has a value.</summary>
    [OverloadResolutionPriority(1)]
    public static Condition operator !=(bool? value, BooleanAttribute<TConverter>? attribute) => attribute != value;

    /// <summary>Holds where both attributes have the same value.</summary>
    public static Condition operator ==(BooleanAttribute<TConverter>? left, BooleanAttribute<TConverter>? right) =>
        Compare(left, Comparison.Equal, right);

    /// <summary>Holds where the attributes differ.</summary>
    public static Condition operator !=(BooleanAttribute<TConverter>? left, BooleanAttribute<TConverter>? right) =>
        Compare(left, Comparison.NotEqual, right);

    /// <summary>In an update: what the attribute holds.</summary>
    public static implicit operator UpdateOperand<bool, TConverter>(BooleanAttribute<TConverter> attribute)
    {
        ArgumentNullException.ThrowIfNull(attribute);
        return new UpdateOperand<bool, TConverter>(attribute.Path, default, hasValue: false);
    }

    /// <summary>In an update: what the attribute holds.</summary>
    public static implicit operator UpdateValue<bool, TConverter>(BooleanAttribute<TConverter> attribute) =>
        (UpdateOperand<bool, TConverter>)attribute;

    /// <summary>Holds where the attribute has one of the values; where there is no value, no item matches.</summary>
    public Condition In(params ReadOnlySpan<bool> values) => InCondition<bool, TConverter>.Of(Path, values.ToArray());

    /// <inheritdoc cref="In(ReadOnlySpan{bool})"/>
    public Condition In(IEnumerable<bool> values) => InCondition<bool, TConverter>.Of(Path, values.ToArray());

    internal override string? FindAttribute(Predicate<string> test) => Paths.Find(Path, test);

    internal override void Write(ref ItemWriter writer, ExpressionContext context) =>
        Write(ref writer, context, Comparison.Equal, value: true);

    internal void Write(ref ItemWriter writer, ExpressionContext context, Comparison comparison, bool value)
    {
        Path.Write(ref writer, context);
        writer.WriteRaw(ExpressionText.Symbol(comparison));
        context.WriteValue<bool, TConverter>(ref writer, value);
    }

    private static Condition Compare(BooleanAttribute<TConverter>? left, Comparison comparison, BooleanAttribute<TConverter>? right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return AttributeComparisons.Compare(left.Path, comparison, right.Path);
    }
}
