using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary>The conditions behind the operators of attribute tokens.</summary>
internal static class AttributeComparisons
{
    public static Condition Equal<T, TConverter>(AttributePath path, T? value)
        where TConverter : IAttributeConverter<T> =>
        value is null ? Absent(path) : Compare<T, TConverter>(path, Comparison.Equal, value);

    public static Condition NotEqual<T, TConverter>(AttributePath path, T? value)
        where TConverter : IAttributeConverter<T> =>
        value is null ? !Absent(path) : Compare<T, TConverter>(path, Comparison.NotEqual, value);

    public static Condition Compare<T, TConverter>(AttributePath path, Comparison comparison, T value)
        where TConverter : IAttributeConverter<T> =>
        value is null
            ? throw NoOrder(path)
            : new ComparisonCondition<AttributePath, ValueOperand<T, TConverter>>(
                path, path, comparison, new ValueOperand<T, TConverter>(value));

    /// <summary>The error of a comparison that puts an attribute in order by null.</summary>
    public static ArgumentNullException NoOrder(AttributePath path) => new(
        "value",
        $"The condition compares the order of '{path}' with null, which is neither less nor greater than anything. "
        + "Leave the condition out if there is no value.");

    public static Condition Compare(AttributePath left, Comparison comparison, AttributePath right) =>
        left.Equals(right)
            ? throw new ArgumentException(
                $"The condition compares '{left}' with itself, and DynamoDB refuses that. Compare it with a value or another attribute.")
            : new ComparisonCondition<AttributePath, AttributePath>(left, left, comparison, right);

    /// <summary>Holds where the attribute is absent or NULL: what C# reads as null.</summary>
    public static Condition Absent(AttributePath path) =>
        new ExistenceCondition(path, exists: false) | new TypeCondition(path, AttributeType.Null);
}
