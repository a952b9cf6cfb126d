using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Patterns.Locking;
using DynamoToolkit.Patterns.Uniqueness;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>One operation that made a transaction fail, and why.</summary>
public sealed class TransactWriteFailure
{
    private readonly CancellationReason reason;
    private readonly ReservedValue? reserved;

    internal TransactWriteFailure(IWriteOperation operation, int position, CancellationReason reason, ReservedValue? reserved)
    {
        Operation = operation;
        Position = position;
        this.reason = reason;
        this.reserved = reserved;
        if (reserved is { IsReleased: false } && Reason is TransactWriteFailureReason.ConditionalCheckFailed)
            TakenValue = new TakenUniqueValue(reserved.Constraint, reserved.Value, reason.Item);
    }

    /// <summary>The operation, the same object that was passed to the transaction.</summary>
    public IWriteOperation Operation { get; }

    /// <summary>The operation's position in the transaction, from 0.</summary>
    public int Position { get; }

    /// <summary>Why the operation failed.</summary>
    public TransactWriteFailureReason Reason => reason.Code switch
    {
        "ConditionalCheckFailed" => TransactWriteFailureReason.ConditionalCheckFailed,
        "TransactionConflict" => TransactWriteFailureReason.TransactionConflict,
        "ItemCollectionSizeLimitExceeded" => TransactWriteFailureReason.ItemCollectionSizeLimitExceeded,
        "ProvisionedThroughputExceeded" => TransactWriteFailureReason.ProvisionedThroughputExceeded,
        "ThrottlingError" => TransactWriteFailureReason.ThrottlingError,
        "ValidationError" => TransactWriteFailureReason.ValidationError,
        _ => TransactWriteFailureReason.Other,
    };

    /// <summary>The unique value of the operation's item that another item holds; null if that is not the reason.</summary>
    public TakenUniqueValue? TakenValue { get; }

    /// <summary>Whether it is the reservation of a unique value that failed, and not the write of the item.</summary>
    internal bool IsOfReservation => reserved is not null;

    /// <summary>
    /// Whether the operation lost a race: the stored concurrency token is not the expected one, or the item does not exist.
    /// </summary>
    public bool IsConcurrencyConflict => !IsOfReservation && Reason is TransactWriteFailureReason.ConditionalCheckFailed
        && Operation.Request.Lock?.Explain(reason.Item) is LockOutcome.Conflict;

    /// <summary>The concurrency token that the operation expected; null if it compared none.</summary>
    public string? ExpectedToken => Operation.Request.Lock is { Expected: { IsNone: false } expected } ? expected.ToString() : null;

    /// <summary>The concurrency token that the item has; null if there is no item, or if no condition failed.</summary>
    public string? FoundToken =>
        !IsOfReservation && Operation.Request.Lock?.Find(reason.Item) is { IsNone: false } found ? found.ToString() : null;

    /// <summary>The service's code for the reason, such as <c>ConditionalCheckFailed</c>.</summary>
    public string Code => reason.Code;

    /// <summary>The service's explanation; null if it does not give one.</summary>
    public string? Message => reason.Message;

    /// <summary>
    /// The current item, for which the operation's condition did not hold. Null if the item does not exist, if it is of another type of the
    /// family, or if the operation did not ask for it with <c>ReturnItemOnFailure()</c>.
    /// </summary>
    /// <typeparam name="T">The item's type: that of the operation.</typeparam>
    /// <exception cref="ItemFormatException">The item does not fit the type.</exception>
    public T? CurrentItem<T>()
        where T : IDynamoMap<T> => IsOfReservation ? default : Borders.CurrentItem.Of<T>(reason.Item, Operation.Request.Model.Discriminator?.AttributeName);

    internal static bool IsFailure(CancellationReason reason) => reason.Code is not (null or "None");
}
