using System.Globalization;
using DynamoToolkit.Patterns.TextSearch;

namespace DynamoToolkit.Patterns.OpenSearch;

/// <summary>OpenSearch did not answer, answered with an error, or answered what this library does not understand.</summary>
public sealed class OpenSearchException : TextSearchException
{
    private const int BadRequest = 400;
    private const int TooManyRequests = 429;
    private const int FirstServerError = 500;

    internal OpenSearchException(string message, string errorType, int statusCode = 0, Exception? innerException = null)
        : base(message, innerException)
    {
        ErrorType = errorType;
        StatusCode = statusCode;
    }

    /// <summary>The HTTP status of the answer, or of the document that was refused; 0 if there was no answer that can be used.</summary>
    public int StatusCode { get; }

    /// <summary>
    /// The type of the error, as OpenSearch names it, such as <c>index_not_found_exception</c>. Without an answer <c>timeout</c>,
    /// <c>connection</c>, <c>malformed_answer</c>, <c>incomplete_answer</c>, <c>credentials</c> or <c>options</c>.
    /// </summary>
    public string ErrorType { get; }

    /// <summary>Whether the same request may succeed later: there was no usable answer, or one with the status 429 or 5xx.</summary>
    public bool IsTransient => IsTransientStatus(StatusCode);

    /// <inheritdoc/>
    internal override string Reason =>
        StatusCode == 0 ? ErrorType : string.Create(CultureInfo.InvariantCulture, $"{ErrorType}, status {StatusCode}");

    /// <inheritdoc/>
    internal override bool IsOfRequest => StatusCode == BadRequest;

    internal static bool IsTransientStatus(int status) => status is 0 or TooManyRequests or >= FirstServerError;
}
