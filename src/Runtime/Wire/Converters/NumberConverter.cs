using System.Numerics;

namespace DynamoToolkit.Wire;

/// <summary>Stores integers of any type as a Number. It rejects integers of more than 38 digits.</summary>
/// <typeparam name="T">The type.</typeparam>
public readonly struct NumberConverter<T> : IAttributeConverter<T>
    where T : IBinaryInteger<T>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, T value) => writer.WriteInteger("{\"N\":\""u8, value);

    /// <inheritdoc/>
    public static T Read(ref ItemReader reader) => reader.ReadNumber<T>();
}
