namespace DynamoToolkit.Patterns.TextSearch;

/// <summary>A search engine beside the table did not answer, or did not answer as it should.</summary>
public abstract class TextSearchException : Exception
{
    private protected TextSearchException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Why, in a word or two and without values of items: for logs.</summary>
    internal abstract string Reason { get; }

    /// <summary>What it means for other searches.</summary>
    internal abstract TextSearchFailure Failure { get; }
}
