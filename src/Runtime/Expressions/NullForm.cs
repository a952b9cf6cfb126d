using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary>Whether a converter stores null.</summary>
/// <typeparam name="T">The converted type.</typeparam>
/// <typeparam name="TConverter">The converter.</typeparam>
internal static class NullForm<T, TConverter>
    where TConverter : IAttributeConverter<T>
{
    /// <summary>Whether it is the converter of elements that may be null.</summary>
    public static bool IsStored { get; } = StoresNull(typeof(TConverter));

    /// <summary>Whether it is the converter of a collection whose elements may be null.</summary>
    public static bool IsStoredInside { get; } = Array.Exists(typeof(TConverter).GenericTypeArguments, StoresNull);

    private static bool StoresNull(Type converter) =>
        converter.IsGenericType
        && (converter.GetGenericTypeDefinition() == typeof(NullableConverter<,>)
            || converter.GetGenericTypeDefinition() == typeof(NullableReferenceConverter<,>));
}
