namespace DynamoToolkit.Wire;

/// <summary>Stores values with one converter, and reads Numbers with another.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <typeparam name="TConverter">Writes the values, and reads everything except Numbers.</typeparam>
/// <typeparam name="TNumber">Reads Numbers.</typeparam>
public readonly struct OrNumberConverter<T, TConverter, TNumber> : IAttributeConverter<T>
    where TConverter : IAttributeConverter<T>
    where TNumber : IAttributeConverter<T>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, T value) => TConverter.Write(ref writer, value);

    /// <inheritdoc/>
    public static T Read(ref ItemReader reader) => reader.IsNext("N"u8) ? TNumber.Read(ref reader) : TConverter.Read(ref reader);
}
