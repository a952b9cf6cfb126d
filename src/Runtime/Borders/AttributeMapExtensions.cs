using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Borders;

/// <summary>
/// Converts between items and the AWS SDK's dictionaries, for programs that use them. The library itself never creates one.
/// </summary>
public static class AttributeMapExtensions
{
    /// <summary>Converts the item to the AWS SDK's dictionary of attribute values.</summary>
    /// <typeparam name="T">The item's type.</typeparam>
    /// <param name="item">The item.</param>
    /// <exception cref="InvalidAttributeValueException">A value that DynamoDB does not accept.</exception>
    public static Dictionary<string, AttributeValue> ToAttributeMap<T>(this T item)
        where T : IDynamoMap<T>
    {
        using var buffer = WireBuffer.Rent();
        var writer = new ItemWriter(buffer);
        T.WriteMap(ref writer, in item);
        writer.Flush();
        var reader = new ItemReader(buffer.WrittenSpan);
        return AttributeValues.ReadMap(ref reader);
    }

    extension<T>(T)
        where T : IDynamoMap<T>
    {
        /// <summary>Reads an item from the AWS SDK's dictionary of attribute values: <c>Run.FromAttributeMap(map)</c>.</summary>
        /// <param name="attributes">The attributes.</param>
        /// <exception cref="ItemFormatException">The attributes do not fit the type.</exception>
        /// <exception cref="InvalidAttributeValueException">
        /// An attribute value is empty, or holds something that DynamoDB cannot store.
        /// </exception>
        public static T FromAttributeMap(IReadOnlyDictionary<string, AttributeValue> attributes)
        {
            ArgumentNullException.ThrowIfNull(attributes);
            using var buffer = WireBuffer.Rent();
            var writer = new ItemWriter(buffer);
            AttributeValues.WriteMap(ref writer, attributes);
            writer.Flush();
            var reader = new ItemReader(buffer.WrittenSpan);
            return reader.ReadItem<T>();
        }
    }
}
