using System.Numerics;

namespace DynamoToolkit.Wire;

/// <summary>
/// Stores integers of seconds since 1970 as a Number, the form that time to live requires. It refuses to write seconds beyond the years
/// 1 to 9999, such as milliseconds, and reads every number.
/// </summary>
/// <typeparam name="T">The type.</typeparam>
public readonly struct EpochSecondsNumberConverter<T> : IAttributeConverter<T>
    where T : struct, IBinaryInteger<T>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, T value) => writer.WriteEpochSeconds("{\"N\":\""u8, long.CreateSaturating(value));

    /// <inheritdoc/>
    public static T Read(ref ItemReader reader) => reader.ReadNumber<T>();
}
