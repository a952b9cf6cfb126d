namespace DynamoToolkit;

/// <summary>A batch did not go through as a whole.</summary>
public sealed class BatchWriteException : Exception
{
    internal BatchWriteException(string message, IReadOnlyList<IWriteOperation> unprocessed, Exception? inner)
        : base(message, inner) => Unprocessed = unprocessed;

    /// <summary>The operations that did not go through, or of which that is not known because their request failed. All others did.</summary>
    public IReadOnlyList<IWriteOperation> Unprocessed { get; }
}
