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
        new ComparisonCondition<AttributePath, ValueOperand<T, TConverter>>(path, path, comparison, new ValueOperand<T, TConverter>(value));

    public static Condition Compare(AttributePath left, Comparison comparison, AttributePath right) =>
        left.Equals(right)
            ? throw new ArgumentException(
                $"The condition compares '{left}' with itself, and DynamoDB refuses that. Compare it with a value or another attribute.")
            : new ComparisonCondition<AttributePath, AttributePath>(left, left, comparison, right);

    private static Condition Absent(AttributePath path) =>
        new ExistenceCondition(path, exists: false) | new TypeCondition(path, AttributeType.Null);
}
