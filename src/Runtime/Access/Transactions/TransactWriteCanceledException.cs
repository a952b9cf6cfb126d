using Amazon.DynamoDBv2.Model;

namespace DynamoToolkit;

/// <summary>
/// A transaction wrote nothing, because at least one of its operations failed. It is a <see cref="TransactionCanceledException"/> that also
/// reports which of the caller's operations failed.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html"/>
public sealed class TransactWriteCanceledException : TransactionCanceledException
{
    internal TransactWriteCanceledException(TransactionCanceledException canceled, IReadOnlyList<IWriteOperation> operations)
        : base(canceled.Message, canceled, canceled.ErrorType, canceled.ErrorCode, canceled.RequestId, canceled.StatusCode)
    {
        var reasons = canceled.CancellationReasons ?? [];
        CancellationReasons = reasons;
        var failures = new List<TransactWriteFailure>();

        // The service gives one reason for each operation. With any other number, reasons and operations cannot be matched.
        for (var i = 0; i < reasons.Count && reasons.Count == operations.Count; i++)
        {
            if (TransactWriteFailure.IsFailure(reasons[i]))
                failures.Add(new TransactWriteFailure(operations[i], i, reasons[i]));
        }

        Failures = failures;
    }

    /// <summary>
    /// The operations that failed, in the order of the transaction. Empty if the service did not give a reason for each operation.
    /// </summary>
    public IReadOnlyList<TransactWriteFailure> Failures { get; }

    /// <summary>Why an operation failed; null if it did not, or was not in the transaction.</summary>
    /// <param name="operation">The operation, the same object that was passed to the transaction.</param>
    public TransactWriteFailure? FailureOf(IWriteOperation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return Failures.FirstOrDefault(failure => ReferenceEquals(failure.Operation, operation));
    }

    /// <summary>Whether an operation failed because its condition did not hold.</summary>
    /// <param name="operation">The operation, the same object that was passed to the transaction.</param>
    public bool ConditionFailed(IWriteOperation operation) =>
        FailureOf(operation) is { Reason: TransactWriteFailureReason.ConditionalCheckFailed };
}
