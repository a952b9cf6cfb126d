using Amazon.DynamoDBv2.Model;

namespace DynamoToolkit;

/// <summary>
/// A unique value of the item is taken by another item, so the write did nothing. Choose another value: the same one fails until its holder
/// gives it up.
/// </summary>
/// <remarks>
/// It is a <see cref="TransactionCanceledException"/>, and never a <see cref="ConditionalCheckFailedException"/>: that one means that the
/// item itself exists or was changed.
/// </remarks>
public sealed class UniqueValueTakenException : TransactionCanceledException
{
    internal UniqueValueTakenException(string message, TransactionCanceledException canceled, IReadOnlyList<TakenUniqueValue> values)
        : base(message, canceled, canceled.ErrorType, canceled.ErrorCode, canceled.RequestId, canceled.StatusCode)
    {
        CancellationReasons = canceled.CancellationReasons;
        Values = values;
    }

    /// <summary>The values that are taken: usually one.</summary>
    public IReadOnlyList<TakenUniqueValue> Values { get; }
}
