using System.Text.Json;

namespace DynamoToolkit.Patterns.OpenSearch;

/// <summary>
/// How long a search still waits for OpenSearch: all its requests together have one <see cref="OpenSearchOptions.SearchTimeout"/>. The
/// reads of items in between do not count, because a slow table is not an outage of OpenSearch.
/// </summary>
/// <param name="connection">The connection.</param>
internal sealed class SearchPatience(OpenSearchConnection connection)
{
    private TimeSpan left = connection.Options.SearchTimeout;

    /// <summary>Sends a request, and reads the answer, if there is time left.</summary>
    public async Task<TResult> SendAsync<TResult>(
        HttpMethod method,
        string path,
        ReadOnlyMemory<byte> body,
        Func<JsonElement, TResult> read,
        CancellationToken cancellationToken)
    {
        if (left <= TimeSpan.Zero)
            throw OpenSearchErrors.Timeout(path);
        var start = connection.Time.GetTimestamp();
        try
        {
            return await connection.SendAsync(method, path, body, left, read, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            left -= connection.Time.GetElapsedTime(start);
        }
    }
}
