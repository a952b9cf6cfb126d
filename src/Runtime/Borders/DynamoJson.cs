using System.Text;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Borders;

/// <summary>Converts between items and DynamoDB JSON, <c>{"id":{"S":"1"}}</c>, for files, logs, exports and stream events.</summary>
public static class DynamoJson
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Converts the item to DynamoDB JSON.</summary>
    /// <typeparam name="T">The item's type.</typeparam>
    /// <param name="item">The item.</param>
    /// <exception cref="InvalidAttributeValueException">A value that DynamoDB does not accept.</exception>
    public static string Serialize<T>(T item)
        where T : IDynamoMap<T>
    {
        using var buffer = Write(item);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Converts the item to DynamoDB JSON in UTF-8.</summary>
    /// <typeparam name="T">The item's type.</typeparam>
    /// <param name="item">The item.</param>
    /// <exception cref="InvalidAttributeValueException">A value that DynamoDB does not accept.</exception>
    public static byte[] SerializeToUtf8Bytes<T>(T item)
        where T : IDynamoMap<T>
    {
        using var buffer = Write(item);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads an item from DynamoDB JSON.</summary>
    /// <typeparam name="T">The item's type.</typeparam>
    /// <param name="json">The JSON, one object.</param>
    /// <exception cref="ItemFormatException">The JSON is not one object of attributes, or does not fit the type.</exception>
    public static T Deserialize<T>(string json)
        where T : IDynamoMap<T>
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            return Deserialize<T>(Strict.GetBytes(json));
        }
        catch (EncoderFallbackException)
        {
            throw new ItemFormatException("", "valid UTF-16", "half of a surrogate pair", typeof(T));
        }
    }

    /// <summary>Reads an item from DynamoDB JSON in UTF-8.</summary>
    /// <typeparam name="T">The item's type.</typeparam>
    /// <param name="utf8Json">The JSON, one object.</param>
    /// <exception cref="ItemFormatException">The JSON is not one object of attributes, or does not fit the type.</exception>
    public static T Deserialize<T>(ReadOnlySpan<byte> utf8Json)
        where T : IDynamoMap<T>
    {
        var reader = new ItemReader(utf8Json);
        var item = reader.ReadItem<T>();
        reader.ReadEnd();
        return item;
    }

    private static WireBuffer Write<T>(T item)
        where T : IDynamoMap<T>
    {
        var buffer = WireBuffer.Rent();
        try
        {
            var writer = new ItemWriter(buffer);
            T.WriteMap(ref writer, in item);
            writer.Flush();
            return buffer;
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }
}
