using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary>Whether a converter stores null.</summary>
/// <typeparam name="T">The converted type.</typeparam>
/// <typeparam name="TConverter">The converter.</typeparam>
internal static class NullForm<T, TConverter>
    where TConverter : IAttributeConverter<T>
{
    /// <summary>Whether it is the converter of elements that may be null.</summary>
    public static bool IsStored { get; } =
        typeof(TConverter) is { IsGenericType: true } type
        && (type.GetGenericTypeDefinition() == typeof(NullableConverter<,>)
            || type.GetGenericTypeDefinition() == typeof(NullableReferenceConverter<,>));
}
