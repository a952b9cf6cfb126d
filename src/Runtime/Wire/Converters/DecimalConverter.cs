namespace DynamoToolkit.Wire;

/// <summary>Stores decimals as a Number, exactly.</summary>
public readonly struct DecimalConverter : IAttributeConverter<decimal>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, decimal value) => writer.WriteNumberValue(value);

    /// <inheritdoc/>
    public static decimal Read(ref ItemReader reader) => reader.ReadDecimal();
}
