using DynamoToolkit.Expressions;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>
/// The comparisons that a token does not have itself: of lists, sets and maps as a whole and with null, and of what holds a value type with
/// a value that may be null.
/// </summary>
public static class AttributeOperators
{
    extension<T, TConverter>(IAttribute<T, TConverter>)
        where T : class
        where TConverter : IAttributeConverter<T>
    {
        /// <summary>Holds where the attribute equals the value as a whole; with null, where it is absent or NULL.</summary>
        public static Condition operator ==(IAttribute<T, TConverter> attribute, T? value) => Equal(attribute, value);

        /// <summary>Holds where the attribute has another value or is absent; with null, where it has a value.</summary>
        public static Condition operator !=(IAttribute<T, TConverter> attribute, T? value) => NotEqual(attribute, value);

        /// <summary>Holds where the attribute equals the value as a whole; with null, where it is absent or NULL.</summary>
        public static Condition operator ==(T? value, IAttribute<T, TConverter> attribute) => Equal(attribute, value);

        /// <summary>Holds where the attribute has another value or is absent; with null, where it has a value.</summary>
        public static Condition operator !=(T? value, IAttribute<T, TConverter> attribute) => NotEqual(attribute, value);
    }

    extension<T, TConverter>(IAttribute<T, TConverter>)
        where T : struct
        where TConverter : IAttributeConverter<T>
    {
        /// <summary>Holds where the attribute has the value; with null, where it is absent or NULL.</summary>
        public static Condition operator ==(IAttribute<T, TConverter> attribute, T? value) => Equal(attribute, value);

        /// <summary>Holds where the attribute has another value or is absent; with null, where it has a value.</summary>
        public static Condition operator !=(IAttribute<T, TConverter> attribute, T? value) => NotEqual(attribute, value);

        /// <summary>Holds where the attribute has the value; with null, where it is absent or NULL.</summary>
        public static Condition operator ==(T? value, IAttribute<T, TConverter> attribute) => Equal(attribute, value);

        /// <summary>Holds where the attribute has another value or is absent; with null, where it has a value.</summary>
        public static Condition operator !=(T? value, IAttribute<T, TConverter> attribute) => NotEqual(attribute, value);
    }

    extension<T, TConverter>(Attribute<T, TConverter>)
        where T : struct
        where TConverter : IAttributeConverter<T>
    {
        /// <summary>Holds where the attribute is less than the value.</summary>
        /// <exception cref="ArgumentNullException">The value is null, which has no order.</exception>
        public static Condition operator <(Attribute<T, TConverter> attribute, T? value) => Compare(attribute, Comparison.Less, value);

        /// <summary>Holds where the attribute is the value or less.</summary>
        /// <exception cref="ArgumentNullException">The value is null, which has no order.</exception>
        public static Condition operator <=(Attribute<T, TConverter> attribute, T? value) => Compare(attribute, Comparison.AtMost, value);

        /// <summary>Holds where the attribute is greater than the value.</summary>
        /// <exception cref="ArgumentNullException">The value is null, which has no order.</exception>
        public static Condition operator >(Attribute<T, TConverter> attribute, T? value) => Compare(attribute, Comparison.Greater, value);

        /// <summary>Holds where the attribute is the value or greater.</summary>
        /// <exception cref="ArgumentNullException">The value is null, which has no order.</exception>
        public static Condition operator >=(Attribute<T, TConverter> attribute, T? value) => Compare(attribute, Comparison.AtLeast, value);

        /// <summary>Holds where the value is less than the attribute.</summary>
        /// <exception cref="ArgumentNullException">The value is null, which has no order.</exception>
        public static Condition operator <(T? value, Attribute<T, TConverter> attribute) => Compare(attribute, Comparison.Greater, value);

        /// <summary>Holds where the value is the attribute or less.</summary>
        /// <exception cref="ArgumentNullException">The value is null, which has no order.</exception>
        public static Condition operator <=(T? value, Attribute<T, TConverter> attribute) => Compare(attribute, Comparison.AtLeast, value);

        /// <summary>Holds where the value is greater than the attribute.</summary>
        /// <exception cref="ArgumentNullException">The value is null, which has no order.</exception>
        public static Condition operator >(T? value, Attribute<T, TConverter> attribute) => Compare(attribute, Comparison.Less, value);

        /// <summary>Holds where the value is the attribute or greater.</summary>
        /// <exception cref="ArgumentNullException">The value is null, which has no order.</exception>
        public static Condition operator >=(T? value, Attribute<T, TConverter> attribute) => Compare(attribute, Comparison.AtMost, value);
    }

    private static Condition Equal<T, TConverter>(IAttribute<T, TConverter> attribute, T? value)
        where T : class
        where TConverter : IAttributeConverter<T>
    {
        ArgumentNullException.ThrowIfNull(attribute);
        return SetValues.IsEmpty(attribute, value)
            ? AttributeComparisons.Absent(attribute.Path)
            : AttributeComparisons.Equal<T, TConverter>(attribute.Path, value);
    }

    private static Condition NotEqual<T, TConverter>(IAttribute<T, TConverter> attribute, T? value)
        where T : class
        where TConverter : IAttributeConverter<T>
    {
        ArgumentNullException.ThrowIfNull(attribute);
        return SetValues.IsEmpty(attribute, value)
            ? !AttributeComparisons.Absent(attribute.Path)
            : AttributeComparisons.NotEqual<T, TConverter>(attribute.Path, value);
    }

    private static Condition Equal<T, TConverter>(IAttribute<T, TConverter> attribute, T? value)
        where T : struct
        where TConverter : IAttributeConverter<T>
    {
        ArgumentNullException.ThrowIfNull(attribute);
        return value is { } given
            ? AttributeComparisons.Equal<T, TConverter>(attribute.Path, given)
            : AttributeComparisons.Absent(attribute.Path);
    }

    private static Condition NotEqual<T, TConverter>(IAttribute<T, TConverter> attribute, T? value)
        where T : struct
        where TConverter : IAttributeConverter<T>
    {
        ArgumentNullException.ThrowIfNull(attribute);
        return value is { } given
            ? AttributeComparisons.NotEqual<T, TConverter>(attribute.Path, given)
            : !AttributeComparisons.Absent(attribute.Path);
    }

    private static Condition Compare<T, TConverter>(Attribute<T, TConverter> attribute, Comparison comparison, T? value)
        where T : struct
        where TConverter : IAttributeConverter<T> =>
        value is { } given
            ? AttributeComparisons.Compare<T, TConverter>(attribute.Path, comparison, given)
            : throw AttributeComparisons.NoOrder(attribute.Path);
}
