using DynamoToolkit.Expressions;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>In() with values of value types that may be null: null stands for an absent attribute or NULL, as in <c>== null</c>.</summary>
public static class NullableInExtensions
{
    /// <summary>Holds where the attribute has one of the values: at most 100 of them; where there is no value, no item matches.</summary>
    public static Condition In<T, TConverter>(this Attribute<T, TConverter> attribute, params IEnumerable<T?> values)
        where T : struct
        where TConverter : IAttributeConverter<T> => In<T, TConverter>(attribute.Path, values);

    /// <inheritdoc cref="In{T, TConverter}(Attribute{T, TConverter}, IEnumerable{T?})"/>
    public static Condition In<T, TConverter>(this UnorderedAttribute<T, TConverter> attribute, params IEnumerable<T?> values)
        where T : struct
        where TConverter : IAttributeConverter<T> => In<T, TConverter>(attribute.Path, values);

    /// <inheritdoc cref="In{T, TConverter}(Attribute{T, TConverter}, IEnumerable{T?})"/>
    public static Condition In<TConverter>(this BooleanAttribute<TConverter> attribute, params IEnumerable<bool?> values)
        where TConverter : IAttributeConverter<bool>
    {
        ArgumentNullException.ThrowIfNull(attribute);
        return In<bool, TConverter>(attribute.Path, values);
    }

    private static Condition In<T, TConverter>(AttributePath path, IEnumerable<T?> values)
        where T : struct
        where TConverter : IAttributeConverter<T>
    {
        var all = values.ToList();
        T[] present = [.. all.OfType<T>()];
        return InCondition<T, TConverter>.Of(path, present, includesNull: present.Length < all.Count);
    }
}
