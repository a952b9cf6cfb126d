namespace DynamoToolkit.Wire;

/// <summary>
/// Stores values of one type as one attribute value. The library's own converters and the ones that you write for your types use the
/// same interface. Choose a converter with <see cref="DynamoConverterAttribute"/>.
/// </summary>
/// <typeparam name="T">The type of the values.</typeparam>
public interface IAttributeConverter<T>
{
    /// <summary>Writes one attribute value: <c>{"S":"…"}</c>.</summary>
    /// <param name="writer">The writer to write to.</param>
    /// <param name="value">The value to write.</param>
    /// <exception cref="InvalidAttributeValueException">A value that DynamoDB does not accept.</exception>
    static abstract void Write(ref ItemWriter writer, T value);

    /// <summary>Reads one attribute value.</summary>
    /// <param name="reader">A reader that stands before the value.</param>
    /// <exception cref="ItemFormatException">The value does not fit the type.</exception>
    static abstract T Read(ref ItemReader reader);
}
