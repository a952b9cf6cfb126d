namespace DynamoToolkit.Local.Server.Pages;

/// <summary>A page cannot be shown.</summary>
/// <param name="status">The status of the response.</param>
/// <param name="message">What to show instead.</param>
internal sealed class PageException(int status, string message) : Exception(message)
{
    /// <summary>The status of the response.</summary>
    public int Status { get; } = status;
}
