namespace DynamoToolkit;

/// <summary>An item that is larger than DynamoDB accepts. It is thrown before anything is sent.</summary>
public sealed class ItemTooLargeException : ArgumentException
{
    /// <summary>
    /// The maximum size of an item in bytes, as DynamoDB counts them: names and values ("DynamoDB item sizes and formats").
    /// </summary>
    public const int MaxBytes = 400 * 1024;

    /// <summary>Creates the exception.</summary>
    /// <param name="itemType">The item's type.</param>
    /// <param name="bytes">The item's size in bytes.</param>
    public ItemTooLargeException(Type itemType, int bytes)
        : base(
            $"An item of {itemType?.Name} has {bytes} bytes as DynamoDB counts them, but an item may have at most {MaxBytes}. "
            + "Split it into several items, or store large members elsewhere.")
    {
        ArgumentNullException.ThrowIfNull(itemType);
        ItemType = itemType;
        Bytes = bytes;
    }

    /// <summary>Creates the exception of an update whose values exceed the size of an item.</summary>
    /// <param name="itemType">The item's type.</param>
    /// <param name="attributeName">The attribute with the largest value.</param>
    /// <param name="bytes">The total size of the values that the update stores, in bytes.</param>
    public ItemTooLargeException(Type itemType, string attributeName, int bytes)
        : base(
            $"An update of an item of {itemType?.Name} stores {bytes} bytes as DynamoDB counts them, most of them in '{attributeName}', "
            + $"but an item may have at most {MaxBytes}. Split it into several items, or store large members elsewhere.")
    {
        ArgumentNullException.ThrowIfNull(itemType);
        ItemType = itemType;
        Bytes = bytes;
    }

    /// <summary>The item's type.</summary>
    public Type ItemType { get; }

    /// <summary>The size in bytes as DynamoDB counts it: of the item, or of the values that an update stores.</summary>
    public int Bytes { get; }
}
