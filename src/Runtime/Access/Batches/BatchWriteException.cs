namespace DynamoToolkit;

/// <summary>A batch was not written completely.</summary>
public sealed class BatchWriteException : Exception
{
    internal BatchWriteException(BatchWriteResult result, Exception inner)
        : base($"A request of the batch failed, and {result.Unprocessed.Count} operations were not done: {inner.Message}", inner) =>
        Result = result;

    internal BatchWriteException(BatchWriteResult result)
        : base($"The service did not get to {result.Unprocessed.Count} operations of the batch, after retries. Try them again later.") =>
        Result = result;

    /// <summary>The result of the batch up to the failure.</summary>
    public BatchWriteResult Result { get; }

    /// <summary>
    /// The operations that were not done, and those that may not have been done because their request failed. All others were done.
    /// </summary>
    public IReadOnlyList<IWriteOperation> Unprocessed => Result.Unprocessed;
}
