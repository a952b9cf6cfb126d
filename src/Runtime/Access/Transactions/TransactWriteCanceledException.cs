using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Protocol;
using WriteRequest = DynamoToolkit.Protocol.WriteRequest;

namespace DynamoToolkit;

/// <summary>
/// A transaction wrote nothing, because at least one of its operations failed. It is a <see cref="TransactionCanceledException"/> that also
/// reports which of the caller's operations failed.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html"/>
public sealed class TransactWriteCanceledException : TransactionCanceledException
{
    internal TransactWriteCanceledException(
        TransactionCanceledException canceled, IReadOnlyList<IWriteOperation> operations, IReadOnlyList<WriteRequest> writes)
        : base(
            Describe(canceled, operations, writes),
            canceled,
            canceled.ErrorType,
            canceled.ErrorCode,
            canceled.RequestId,
            canceled.StatusCode)
    {
        var reasons = canceled.CancellationReasons ?? [];
        CancellationReasons = reasons;
        var failures = new List<TransactWriteFailure>();

        foreach (var position in FailedPositions(reasons, writes.Count))
        {
            var at = OperationAt(operations, writes, position);
            failures.Add(new TransactWriteFailure(operations[at], at, reasons[position], writes[position].Reserved));
        }

        Failures = failures;
    }

    /// <summary>
    /// The operations that failed, in the order of the transaction. Empty if the service did not give a reason for each operation.
    /// </summary>
    public IReadOnlyList<TransactWriteFailure> Failures { get; }

    /// <summary>
    /// Why an operation failed; null if it did not, or was not in the transaction. An operation with unique values writes several items. If
    /// one of them conflicts with another transaction, and the condition on another one does not hold, the condition is the reason.
    /// </summary>
    /// <param name="operation">The operation, the same object that was passed to the transaction.</param>
    public TransactWriteFailure? FailureOf(IWriteOperation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var own = Failures.Where(failure => ReferenceEquals(failure.Operation, operation)).ToList();
        return own.Find(failure => failure.Reason is TransactWriteFailureReason.ConditionalCheckFailed) ?? own.FirstOrDefault();
    }

    /// <summary>Whether an operation failed because its condition did not hold.</summary>
    /// <param name="operation">The operation, the same object that was passed to the transaction.</param>
    public bool ConditionFailed(IWriteOperation operation) =>
        Failures.Any(failure => ReferenceEquals(failure.Operation, operation) && failure is
        {
            Reason: TransactWriteFailureReason.ConditionalCheckFailed,
            IsOfReservation: false,
        });

    // The service gives one reason for each operation. Were it another number, none could be told apart.
    private static IEnumerable<int> FailedPositions(List<CancellationReason> reasons, int operations) =>
        reasons.Count == operations
            ? Enumerable.Range(0, operations).Where(position => TransactWriteFailure.IsFailure(reasons[position]))
            : [];

    /// <summary>The position of the operation that a write belongs to: its own, or the one whose companion it is.</summary>
    private static int OperationAt(IReadOnlyList<IWriteOperation> operations, IReadOnlyList<WriteRequest> writes, int position)
    {
        var at = -1;
        for (var i = 0; i <= position; i++)
        {
            if (at + 1 < operations.Count && ReferenceEquals(writes[i], operations[at + 1].Request))
                at++;
        }

        return at;
    }

    /// <summary>Which operations failed on which items, and the service's message.</summary>
    private static string Describe(
        TransactionCanceledException canceled, IReadOnlyList<IWriteOperation> operations, IReadOnlyList<WriteRequest> writes)
    {
        var reasons = canceled.CancellationReasons ?? [];
        List<string> failures =
        [
            .. FailedPositions(reasons, writes.Count)
                .Select(position => RequestErrors.DescribeFailure(
                    reasons[position], OperationAt(operations, writes, position), writes[position])),
        ];
        return failures.Count == 0 ? canceled.Message : $"{string.Join(' ', failures)} The service says: {canceled.Message}";
    }
}
