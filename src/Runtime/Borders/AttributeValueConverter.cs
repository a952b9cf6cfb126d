using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Borders;

/// <summary>Stores the AWS SDK's attribute values unchanged.</summary>
public readonly struct AttributeValueConverter : IAttributeConverter<AttributeValue>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, AttributeValue value) => AttributeValues.Write(ref writer, value);

    /// <inheritdoc/>
    public static AttributeValue Read(ref ItemReader reader) => AttributeValues.Read(ref reader);
}
