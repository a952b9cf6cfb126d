namespace DynamoToolkit.Patterns.OpenSearch;

/// <summary>How one write of a bulk request ended.</summary>
/// <param name="Status">The HTTP status of this write.</param>
/// <param name="ErrorType">The type of the error; empty without one.</param>
/// <param name="Reason">What the error says.</param>
internal readonly record struct DocumentResult(int Status, string ErrorType, string Reason)
{
    private const int Conflict = 409;

    /// <summary>Whether the document is as the write wanted it.</summary>
    public bool IsDone => ErrorType.Length == 0;

    /// <summary>Whether somebody else wrote the document since its version was read.</summary>
    public bool IsConflict => Status == Conflict;

    /// <summary>Whether to begin again with reading: after a conflict, or if OpenSearch had no time.</summary>
    public bool IsRepeatable => IsConflict || OpenSearchException.IsTransientStatus(Status);
}
