namespace DynamoToolkit.Protocol;

/// <summary>How often a request goes again because a transaction was in the way.</summary>
/// <param name="Max">The maximum number of retries.</param>
/// <param name="IsOfLibrary">
/// Whether the transaction is the library's, made of one call. Then it also goes again if the service throttles one of its items, or if a
/// condition failed beside a conflict: the other item may have been in the middle of a change.
/// </param>
internal readonly record struct ConflictRetries(int Max, bool IsOfLibrary = false)
{
    // The caller asked for one write, and not for a transaction, so conflicts are not the caller's business.
    private const int MinOfLibrary = 20;

    /// <summary>The retries of a transaction that the library makes of one call.</summary>
    public static ConflictRetries OfLibrary(ClientContext client) =>
        new(Math.Max(client.MaxConflictRetries, MinOfLibrary), IsOfLibrary: true);
}
