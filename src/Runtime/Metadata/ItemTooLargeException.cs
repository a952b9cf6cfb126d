namespace DynamoToolkit;

/// <summary>An item that is larger than DynamoDB takes, found before anything was sent.</summary>
public sealed class ItemTooLargeException : ArgumentException
{
    /// <summary>The most bytes that an item has, as DynamoDB counts them: names and values.</summary>
    public const int MaxBytes = 400 * 1024;

    /// <summary>Makes the exception.</summary>
    /// <param name="itemType">The item's type.</param>
    /// <param name="bytes">The item's size.</param>
    public ItemTooLargeException(Type itemType, int bytes)
        : base($"An item of {itemType?.Name} has {bytes} bytes as DynamoDB counts them; it takes {MaxBytes} at most. Split it over several items, or store large members elsewhere.")
    {
        ArgumentNullException.ThrowIfNull(itemType);
        ItemType = itemType;
        Bytes = bytes;
    }

    /// <summary>Makes the exception of an update whose values are more than an item has.</summary>
    /// <param name="itemType">The item's type.</param>
    /// <param name="attributeName">The attribute that gets the most.</param>
    /// <param name="bytes">The size of all the values that the update stores.</param>
    public ItemTooLargeException(Type itemType, string attributeName, int bytes)
        : base($"An update of an item of {itemType?.Name} stores {bytes} bytes as DynamoDB counts them, most of them in '{attributeName}'; an item takes {MaxBytes} at most. Split it over several items, or store large members elsewhere.")
    {
        ArgumentNullException.ThrowIfNull(itemType);
        ItemType = itemType;
        Bytes = bytes;
    }

    /// <summary>The item's type.</summary>
    public Type ItemType { get; }

    /// <summary>The size as DynamoDB counts it: the item's, or that of what an update stores.</summary>
    public int Bytes { get; }
}
