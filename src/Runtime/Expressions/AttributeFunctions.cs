using System.Numerics;
using DynamoToolkit.Expressions;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>The functions of DynamoDB's expressions, each on the tokens of the attributes that it applies to.</summary>
public static class AttributeFunctions
{
    /// <summary>Holds if the item has the attribute.</summary>
    public static Condition Exists<TAttribute>(this TAttribute attribute)
        where TAttribute : IAttribute => new ExistenceCondition(attribute.Path, exists: true);

    /// <summary>Holds if the item does not have the attribute.</summary>
    public static Condition NotExists<TAttribute>(this TAttribute attribute)
        where TAttribute : IAttribute => new ExistenceCondition(attribute.Path, exists: false);

    /// <summary>Holds if the attribute has the DynamoDB data type.</summary>
    public static Condition IsType<TAttribute>(this TAttribute attribute, AttributeType type)
        where TAttribute : IAttribute => new TypeCondition(attribute.Path, type);

    /// <summary>The attribute's size, to compare with a number: <c>r.Tags.Size() &lt; 10</c>. The size of an absent set is 0.</summary>
    public static AttributeSize Size<TAttribute>(this TAttribute attribute)
        where TAttribute : IAttribute => new(attribute.Path, attribute is ISetToken);

    /// <summary>Holds if a list, set or map equals the value as a whole. An absent set equals an empty one.</summary>
    public static Condition EqualTo<T, TConverter>(this IAttribute<T, TConverter> attribute, T value)
        where TConverter : IAttributeConverter<T>
    {
        ArgumentNullException.ThrowIfNull(attribute);
        return SetValues.IsEmpty(attribute, value)
            ? AttributeComparisons.Absent(attribute.Path)
            : new Attribute<T, TConverter>(attribute.Path) == value;
    }

    /// <summary>Holds if the text begins with the prefix.</summary>
    public static Condition StartsWith<TConverter>(this Attribute<string, TConverter> attribute, string prefix)
        where TConverter : IAttributeConverter<string> => new MatchCondition<string, TConverter>(attribute.Path, isPrefix: true, prefix);

    /// <summary>Holds if the bytes begin with the prefix.</summary>
    public static Condition StartsWith<TConverter>(this Attribute<byte[], TConverter> attribute, byte[] prefix)
        where TConverter : IAttributeConverter<byte[]> => new MatchCondition<byte[], TConverter>(attribute.Path, isPrefix: true, prefix);

    /// <summary>Holds if the text contains the part.</summary>
    public static Condition Contains<TConverter>(this Attribute<string, TConverter> attribute, string part)
        where TConverter : IAttributeConverter<string> => new MatchCondition<string, TConverter>(attribute.Path, isPrefix: false, part);

    /// <summary>
    /// Holds if a list that is stored as a set has an element of this value, whether the item has a set or, from before, a list.
    /// </summary>
    public static Condition Contains<T, TElement, TElementConverter, TListConverter>(
        this UnorderedAttribute<T, ListAsSetConverter<T, TElement, TElementConverter, TListConverter>> attribute, TElement element)
        where T : IEnumerable<TElement>
        where TElementConverter : IAttributeConverter<TElement>
        where TListConverter : IAttributeConverter<T> =>
        new MatchCondition<TElement, TElementConverter>(attribute.Path, isPrefix: false, element);

    /// <summary>In an update: the attribute's value, or the given value if the attribute is missing.</summary>
    public static UpdateOperand<T, TConverter> IfNotExists<T, TConverter>(this Attribute<T, TConverter> attribute, T value)
        where TConverter : IAttributeConverter<T> => new(attribute.Path, value, hasValue: true);

    /// <inheritdoc cref="IfNotExists{T, TConverter}(Attribute{T, TConverter}, T)"/>
    public static UpdateOperand<T, TConverter> IfNotExists<T, TConverter>(this UnorderedAttribute<T, TConverter> attribute, T value)
        where TConverter : IAttributeConverter<T> => new(attribute.Path, value, hasValue: true);

    /// <inheritdoc cref="IfNotExists{T, TConverter}(Attribute{T, TConverter}, T)"/>
    public static UpdateOperand<bool, TConverter> IfNotExists<TConverter>(this BooleanAttribute<TConverter> attribute, bool value)
        where TConverter : IAttributeConverter<bool>
    {
        ArgumentNullException.ThrowIfNull(attribute);
        return new UpdateOperand<bool, TConverter>(attribute.Path, value, hasValue: true);
    }

    extension<T, TConverter>(Attribute<T, TConverter>)
        where T : INumberBase<T>
        where TConverter : IAttributeConverter<T>
    {
        /// <summary>In an update: the attribute's number plus another.</summary>
        public static UpdateValue<T, TConverter> operator +(Attribute<T, TConverter> left, UpdateOperand<T, TConverter> right) =>
            UpdateValue<T, TConverter>.Sum(left, right);

        /// <summary>In an update: the attribute's number minus another.</summary>
        public static UpdateValue<T, TConverter> operator -(Attribute<T, TConverter> left, UpdateOperand<T, TConverter> right) =>
            UpdateValue<T, TConverter>.Difference(left, right);

        /// <summary>In an update: the sum of two attributes' numbers.</summary>
        public static UpdateValue<T, TConverter> operator +(Attribute<T, TConverter> left, Attribute<T, TConverter> right) =>
            UpdateValue<T, TConverter>.Sum(left, right);

        /// <summary>In an update: one attribute's number minus another's.</summary>
        public static UpdateValue<T, TConverter> operator -(Attribute<T, TConverter> left, Attribute<T, TConverter> right) =>
            UpdateValue<T, TConverter>.Difference(left, right);

        /// <summary>In an update: a number plus the attribute's.</summary>
        public static UpdateValue<T, TConverter> operator +(UpdateOperand<T, TConverter> left, Attribute<T, TConverter> right) =>
            UpdateValue<T, TConverter>.Sum(left, right);

        /// <summary>In an update: a number minus the attribute's.</summary>
        public static UpdateValue<T, TConverter> operator -(UpdateOperand<T, TConverter> left, Attribute<T, TConverter> right) =>
            UpdateValue<T, TConverter>.Difference(left, right);
    }

    extension<T, TConverter>(UpdateOperand<T, TConverter>)
        where T : INumberBase<T>
        where TConverter : IAttributeConverter<T>
    {
        /// <summary>In an update: the sum of two numbers.</summary>
        public static UpdateValue<T, TConverter> operator +(UpdateOperand<T, TConverter> left, UpdateOperand<T, TConverter> right) =>
            UpdateValue<T, TConverter>.Sum(left, right);

        /// <summary>In an update: the difference of two numbers.</summary>
        public static UpdateValue<T, TConverter> operator -(UpdateOperand<T, TConverter> left, UpdateOperand<T, TConverter> right) =>
            UpdateValue<T, TConverter>.Difference(left, right);
    }
}
