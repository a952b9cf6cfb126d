using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Protocol;

namespace DynamoToolkit;

/// <summary>
/// A transaction wrote nothing, because at least one of its operations failed. It is a <see cref="TransactionCanceledException"/> that also
/// reports which of the caller's operations failed.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html"/>
public sealed class TransactWriteCanceledException : TransactionCanceledException
{
    internal TransactWriteCanceledException(TransactionCanceledException canceled, IReadOnlyList<IWriteOperation> operations)
        : base(Describe(canceled, operations), canceled, canceled.ErrorType, canceled.ErrorCode, canceled.RequestId, canceled.StatusCode)
    {
        var reasons = canceled.CancellationReasons ?? [];
        CancellationReasons = reasons;
        var failures = new List<TransactWriteFailure>();

        foreach (var position in FailedPositions(reasons, operations.Count))
            failures.Add(new TransactWriteFailure(operations[position], position, reasons[position]));

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

    // The service gives one reason for each operation. Were it another number, none could be told apart.
    private static IEnumerable<int> FailedPositions(List<CancellationReason> reasons, int operations) =>
        reasons.Count == operations
            ? Enumerable.Range(0, operations).Where(position => TransactWriteFailure.IsFailure(reasons[position]))
            : [];

    /// <summary>Which operations failed on which items, and the service's message.</summary>
    private static string Describe(TransactionCanceledException canceled, IReadOnlyList<IWriteOperation> operations)
    {
        var reasons = canceled.CancellationReasons ?? [];
        List<string> failures =
        [
            .. FailedPositions(reasons, operations.Count)
                .Select(position => RequestErrors.DescribeFailure(reasons[position], position, operations[position].Request)),
        ];
        return failures.Count == 0 ? canceled.Message : $"{string.Join(' ', failures)} The service says: {canceled.Message}";
    }
}
