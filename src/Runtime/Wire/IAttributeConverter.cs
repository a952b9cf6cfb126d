namespace DynamoToolkit.Wire;

/// <summary>
/// Stores values of one type as one attribute value. The library's converters and the ones that users write for their own types are the
/// same kind: name one with <see cref="DynamoConverterAttribute"/>.
/// </summary>
/// <typeparam name="T">The type of the values.</typeparam>
public interface IAttributeConverter<T>
{
    /// <summary>Writes one attribute value: <c>{"S":"…"}</c>.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">What to write.</param>
    /// <exception cref="InvalidAttributeValueException">A value that DynamoDB does not take.</exception>
    static abstract void Write(ref ItemWriter writer, T value);

    /// <summary>Reads one attribute value.</summary>
    /// <param name="reader">A reader that stands before the value.</param>
    /// <exception cref="ItemFormatException">The value does not fit.</exception>
    static abstract T Read(ref ItemReader reader);
}
