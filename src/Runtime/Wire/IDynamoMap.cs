
namespace DynamoToolkit.Wire;

/// <summary>A type with a generated mapping to and from a map of attributes. Implemented by the generator.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IDynamoMap<TSelf>
    where TSelf : IDynamoMap<TSelf>
{
    /// <summary>
    /// The names of the type's top-level attributes, which a read that projects to this type requests. Empty if the type does not know
    /// them; then a read requests whole items.
    /// </summary>
    static virtual IReadOnlyList<string> AttributeNames => [];

    /// <summary>
    /// The names of the type and of those that derive from it, if an attribute of its family tells them apart; otherwise empty. A read as
    /// this type returns only items with one of these names.
    /// </summary>
    static virtual IReadOnlyList<string> TypeNames => [];

    /// <summary>The <see cref="TableModel"/> of an item type, of which this folder does not know; null for other types.</summary>
    internal static virtual object? ItemModel => null;

    /// <summary>Writes the attributes as one JSON object: <c>{"name":{"S":"x"},…}</c>.</summary>
    /// <param name="writer">The writer to write to.</param>
    /// <param name="item">The value to write.</param>
    /// <exception cref="InvalidAttributeValueException">A value that DynamoDB does not accept.</exception>
    static abstract void WriteMap(ref ItemWriter writer, in TSelf item);

    /// <summary>Reads the attributes from one JSON object.</summary>
    /// <param name="reader">A reader that stands before the object.</param>
    /// <exception cref="ItemFormatException">The object does not fit the type, or is not a valid object.</exception>
    static abstract TSelf ReadMap(ref ItemReader reader);
}
