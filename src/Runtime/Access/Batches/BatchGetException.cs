namespace DynamoToolkit;

/// <summary>
/// A request of a batch get failed for good; <see cref="BatchGetException{TResult}.Result"/> has the items that were read before.
/// </summary>
public abstract class BatchGetException : Exception
{
    private protected BatchGetException(int unprocessed, Exception inner)
        : base($"A request of the batch failed, and {unprocessed} items were not read: {inner.Message}", inner)
    {
    }
}
