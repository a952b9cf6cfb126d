using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>
/// Another writer changed or deleted the item, so the write did nothing: the stored concurrency token is not the expected one. It is a
/// <see cref="ConditionalCheckFailedException"/>, whose <c>Item</c> is the current item.
/// </summary>
/// <remarks>Read the item again, apply the change to it, and write that. The item in memory was not changed.</remarks>
public sealed class ConcurrencyConflictException : ConditionalCheckFailedException
{
    private readonly string? typeAttribute;

    internal ConcurrencyConflictException(
        string message,
        ConditionalCheckFailedException failed,
        in ItemIdentity item,
        string? typeAttribute,
        KeyValue expected,
        KeyValue found)
        : base(message, failed, failed.ErrorType, failed.ErrorCode, failed.RequestId, failed.StatusCode)
    {
        this.typeAttribute = typeAttribute;
        Item = failed.Item;
        PartitionKey = item.Partition;
        SortKey = item.Sort;
        ExpectedToken = expected.IsNone ? null : expected.ToString();
        FoundToken = found.IsNone ? null : found.ToString();
    }

    /// <summary>The item's partition key.</summary>
    public KeyValue PartitionKey { get; }

    /// <summary>The item's sort key; the default value if the table has none.</summary>
    public KeyValue SortKey { get; }

    /// <summary>The token that the write expected: a number's digits, or the text.</summary>
    public string? ExpectedToken { get; }

    /// <summary>The token that the item has: a number's digits, or the text. Null if there is no item, or if it has no token.</summary>
    public string? FoundToken { get; }

    /// <summary>The item as it is now; the default value if there is none, or if it is of another type of the family.</summary>
    /// <typeparam name="T">The item's type.</typeparam>
    /// <exception cref="ItemFormatException">The item does not fit the type.</exception>
    public T? CurrentItem<T>()
        where T : IDynamoMap<T> => Borders.CurrentItem.Of<T>(Item, typeAttribute);
}
