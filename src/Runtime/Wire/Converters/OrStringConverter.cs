namespace DynamoToolkit.Wire;

/// <summary>Stores values with one converter, and reads Strings with another.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <typeparam name="TConverter">Writes the values, and reads everything except Strings.</typeparam>
/// <typeparam name="TString">Reads Strings.</typeparam>
public readonly struct OrStringConverter<T, TConverter, TString> : IAttributeConverter<T>
    where TConverter : IAttributeConverter<T>
    where TString : IAttributeConverter<T>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, T value) => TConverter.Write(ref writer, value);

    /// <inheritdoc/>
    public static T Read(ref ItemReader reader) => reader.IsNext("S"u8) ? TString.Read(ref reader) : TConverter.Read(ref reader);
}
