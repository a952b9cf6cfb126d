namespace DynamoToolkit;

/// <summary>A page token is damaged, or was created for another query.</summary>
public sealed class PageTokenException : FormatException
{
    /// <summary>Creates the exception.</summary>
    public PageTokenException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    public PageTokenException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
