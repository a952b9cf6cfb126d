namespace DynamoToolkit;

/// <summary>A page token is damaged, or was made for another query.</summary>
public sealed class PageTokenException : FormatException
{
    /// <summary>Makes the exception.</summary>
    public PageTokenException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    public PageTokenException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
