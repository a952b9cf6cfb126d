
namespace DynamoToolkit.Wire;

/// <summary>A type with a generated mapping to and from a map of attributes. Implemented by the generator.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IDynamoMap<TSelf>
    where TSelf : IDynamoMap<TSelf>
{
    /// <summary>
    /// The names of the type's top-level attributes: what a read that projects to this type asks for. Empty where the type does not know, and a
    /// read asks for whole items.
    /// </summary>
    static virtual IReadOnlyList<string> AttributeNames => [];

    /// <summary>Writes the attributes as one JSON object: <c>{"name":{"S":"x"},…}</c>.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="item">What to write.</param>
    /// <exception cref="InvalidAttributeValueException">A value that DynamoDB does not take.</exception>
    static abstract void WriteMap(ref ItemWriter writer, in TSelf item);

    /// <summary>Reads the attributes from one JSON object.</summary>
    /// <param name="reader">A reader that stands before the object.</param>
    /// <exception cref="ItemFormatException">The object does not fit the type, or is no valid object.</exception>
    static abstract TSelf ReadMap(ref ItemReader reader);
}
