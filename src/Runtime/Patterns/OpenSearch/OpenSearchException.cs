using System.Globalization;
using DynamoToolkit.Patterns.TextSearch;

namespace DynamoToolkit.Patterns.OpenSearch;

/// <summary>OpenSearch did not answer, answered with an error, or answered what this library does not understand.</summary>
public sealed class OpenSearchException : TextSearchException
{
    /// <summary>The type of the error if the index is not known to have the documents of all items.</summary>
    internal const string IncompleteIndex = "incomplete_index";

    private const int BadRequest = 400;
    private const int ContentTooLarge = 413;
    private const int UriTooLong = 414;
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
    /// The type of the error, as OpenSearch names it, such as <c>index_not_found_exception</c>; if a search had too many clauses, was too
    /// complex or too large, the type of that cause, such as <c>too_many_clauses</c>. Without an answer <c>timeout</c>, <c>connection</c>,
    /// <c>malformed_answer</c>, <c>incomplete_answer</c>, <c>credentials</c> or <c>options</c>; <c>incomplete_index</c> if no backfill is
    /// known to have filled the index.
    /// </summary>
    public string ErrorType { get; }

    /// <summary>
    /// Whether the same request may succeed later: there was no usable answer, or one with the status 429 or 5xx, and the request itself is
    /// not to blame.
    /// </summary>
    public bool IsTransient => IsTransientStatus(StatusCode) && !IsOfRequest;

    /// <inheritdoc/>
    internal override string Reason =>
        StatusCode == 0 ? ErrorType : string.Create(CultureInfo.InvariantCulture, $"{ErrorType}, status {StatusCode}");

    /// <inheritdoc/>
    internal override TextSearchFailure Failure =>
        ErrorType == IncompleteIndex ? TextSearchFailure.Incomplete
        : IsOfRequest ? TextSearchFailure.OfRequest
        : TextSearchFailure.Outage;

    /// <summary>
    /// Whether what was asked for is to blame, whatever the status says: OpenSearch reports some of these errors with the status 500, and
    /// some with 200 as failures of shards.
    /// </summary>
    internal bool IsOfRequest => StatusCode is BadRequest or ContentTooLarge or UriTooLong
        || OpenSearchErrors.IsOfRequest(ErrorType);

    internal static bool IsTransientStatus(int status) => status is 0 or TooManyRequests or >= FirstServerError;
}
