using System.Text.Json;

namespace DynamoToolkit.Transport.Bridge;

/// <summary>Reads a request's JSON field by field into an object of the SDK.</summary>
internal static class RequestFields
{
    /// <summary>
    /// Sets one field of the target. The reader is at the field's value, and ends at its last token. Returns false if the field is unknown.
    /// </summary>
    public delegate bool Field<in T>(T target, string name, ref Utf8JsonReader reader);

    /// <exception cref="NotSupportedException">
    /// The request has a field that the bridge does not know. Dropping it could change what the request does.
    /// </exception>
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
            {
                throw new NotSupportedException(
                $"The bridge to the AWS SDK does not know the field '{name}' of {typeof(T).Name}. "
                + "Use HttpTransport or SdkTransport instead.");
            }
        }

        return target;
    }
}
