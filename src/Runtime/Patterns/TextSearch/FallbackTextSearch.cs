using Microsoft.Extensions.Logging;

namespace DynamoToolkit.Patterns.TextSearch;

/// <summary>Asks a search engine if it is on and answers, and the trigram index otherwise.</summary>
/// <typeparam name="T">The item type.</typeparam>
/// <param name="engine">The search engine.</param>
/// <param name="trigrams">The trigram index.</param>
/// <param name="pause">How long nobody asks the engine after a failure; null while it is off. Called for each search.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Gets a line for each outage.</param>
internal sealed class FallbackTextSearch<T>(
    ITextSearch<T> engine, TrigramTextSearch<T> trigrams, Func<TimeSpan?> pause, TimeProvider time, ILogger logger) : ITextSearch<T>
    where T : ITrigramItem<T>
{
    private readonly OutageSwitch outage = new(time);

    /// <inheritdoc/>
    public async Task<TextSearchPage<T>> SearchAsync(TextSearchRequest<T> request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var maker = request.At is null ? (TextSearchEngine?)null : TextSearchTokens.EngineOf(request.At);
        if (maker == TextSearchEngine.Trigrams)
            return await trigrams.SearchAsync(request, cancellationToken).ConfigureAwait(false);

        TextSearchException failure;
        try
        {
            if (pause() is not { } wait)
                return await InsteadAsync(request, maker, "is switched off", null, cancellationToken).ConfigureAwait(false);
            if (!outage.TryEnter(wait))
                return await InsteadAsync(request, maker, "did not answer a moment ago", null, cancellationToken).ConfigureAwait(false);

            var page = await engine.SearchAsync(request, cancellationToken).ConfigureAwait(false);
            if (outage.Succeeded())
                TextSearchLog.AnswersAgain(logger, TextSearchEngine.OpenSearch, typeof(T).Name);
            return page;
        }
        catch (TextSearchException error)
        {
            failure = error;
            if (outage.Failed(pauses: !error.IsOfRequest))
                TextSearchLog.FellBack(logger, TextSearchEngine.OpenSearch, typeof(T).Name, error.Reason);
        }
        catch (Exception)
        {
            // A damaged token, or an error of DynamoDB.
            outage.GiveBack();
            throw;
        }

        return await InsteadAsync(request, maker, "fails", failure, cancellationToken).ConfigureAwait(false);
    }

    private Task<TextSearchPage<T>> InsteadAsync(
        TextSearchRequest<T> request,
        TextSearchEngine? maker,
        string problem,
        TextSearchException? failure,
        CancellationToken cancellationToken) =>
        maker is { } other
            ? throw new TextSearchUnavailableException(other, problem, failure)
            : trigrams.SearchAsync(request, cancellationToken);
}
