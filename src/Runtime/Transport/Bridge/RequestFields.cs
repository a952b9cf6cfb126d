using System.Text.Json;

namespace DynamoToolkit.Transport.Bridge;

/// <summary>Reads a request's JSON field by field into an object of the SDK.</summary>
internal static class RequestFields
{
    /// <summary>Puts one field into the target. The reader is at the field's value, and ends at its last token. False: there is no such field.</summary>
    public delegate bool Field<in T>(T target, string name, ref Utf8JsonReader reader);

    /// <exception cref="NotSupportedException">The request has a field that this bridge does not know: dropping it could change what is done.</exception>
    public static T Read<T>(ReadOnlySpan<byte> json, Field<T> field)
        where T : new()
    {
        var reader = new Utf8JsonReader(json, AttributeValueJson.ReaderOptions);
        reader.Read();
        return Read(ref reader, field);
    }

    /// <inheritdoc cref="Read{T}(ReadOnlySpan{byte}, Field{T})"/>
    public static T Read<T>(ref Utf8JsonReader reader, Field<T> field)
        where T : new()
    {
        JsonParts.Expect(ref reader, JsonTokenType.StartObject);
        var target = new T();
        while (JsonParts.NextName(ref reader, out var name))
        {
            if (!field(target, name, ref reader))
                throw new NotSupportedException($"The bridge to the AWS SDK does not know the field '{name}' of {typeof(T).Name}.");
        }

        return target;
    }
}
