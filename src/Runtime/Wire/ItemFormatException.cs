namespace DynamoToolkit.Wire;

/// <summary>
/// Data that does not fit the type that it is read into, or that is not well formed. Reading an item throws no other exception.
/// </summary>
/// <remarks>
/// The message contains the item's key and <see cref="Found"/>, which may quote up to 60 bytes of the data, so that you can find and fix
/// it. If your items or their keys hold data that must not get into logs, log <see cref="AttributeName"/>, <see cref="Expected"/> and
/// <see cref="ItemType"/> instead. The library itself logs neither this exception nor its message.
/// </remarks>
public sealed class ItemFormatException : FormatException
{
    private const string MissingRemedy =
        " If items may lack it, give the member [DynamoDefault] or an initializer, make it nullable, "
        + "or put [DynamoMissing(MissingAttributes.UseDefault)] on the type.";

    private bool isMissing;

    /// <summary>Creates the exception.</summary>
    /// <param name="attributeName">The attribute, as a path from the item; empty if the data itself is not well formed.</param>
    /// <param name="expected">What was expected.</param>
    /// <param name="found">What was found.</param>
    /// <param name="itemType">The type that was being read, if known.</param>
    public ItemFormatException(string attributeName, string expected, string found, Type? itemType = null)
    {
        AttributeName = attributeName;
        Expected = expected;
        Found = found;
        ItemType = itemType;
    }

    /// <summary>The attribute, as a path from the item: <c>address.city</c>, <c>labels[2]</c>. Empty if it is not known.</summary>
    public string AttributeName { get; }

    /// <summary>What was expected.</summary>
    public string Expected { get; }

    /// <summary>What was found: a type, or up to 60 bytes of the data in quotes.</summary>
    public string Found { get; }

    /// <summary>The type that was being read, if known.</summary>
    public Type? ItemType { get; internal set; }

    /// <summary>
    /// The partition key of the item that was being read: a text, a number, or a binary in base 64. Null if it is not known.
    /// </summary>
    public string? PartitionKey { get; internal set; }

    /// <summary>The sort key of the item, as <see cref="PartitionKey"/>. Null if it is not known, or if the table has none.</summary>
    public string? SortKey { get; internal set; }

    /// <inheritdoc/>
    public override string Message
    {
        get
        {
            var where = AttributeName.Length == 0 ? "The item" : $"Attribute '{AttributeName}'";
            var type = ItemType is null ? "" : $" of {ItemType.Name}";
            return $"{where}{type}{Key}: expected {Expected}, found {Found}.{(isMissing ? MissingRemedy : "")}";
        }
    }

    private string Key =>
        PartitionKey is null ? "" : SortKey is null ? $" with key '{PartitionKey}'" : $" with key '{PartitionKey}' / '{SortKey}'";

    /// <summary>Creates the error of a required attribute that is absent.</summary>
    /// <param name="attributeName">The attribute.</param>
    /// <param name="itemType">The type that was being read.</param>
    public static ItemFormatException Missing(string attributeName, Type itemType)
        => new(attributeName, "a value", "no such attribute", itemType) { isMissing = true };
}
