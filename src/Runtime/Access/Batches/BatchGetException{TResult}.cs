namespace DynamoToolkit;

/// <summary>A request of a batch get failed for good. The exception keeps what was read before.</summary>
/// <typeparam name="TResult">The batch's result.</typeparam>
public sealed class BatchGetException<TResult> : BatchGetException
    where TResult : class
{
    internal BatchGetException(TResult result, int unprocessed, Exception inner)
        : base(unprocessed, inner) => Result = result;

    /// <summary>What the batch read up to the failure, and what it did not get to.</summary>
    public TResult Result { get; }
}
