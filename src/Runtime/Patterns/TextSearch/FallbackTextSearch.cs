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

    // Whether the last search found that the engine does not have all items.
    private volatile bool isIncomplete;

    /// <inheritdoc/>
    public async Task<TextSearchPage<T>> SearchAsync(TextSearchRequest<T> request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var maker = request.At is null ? (TextSearchEngine?)null : TextSearchTokens.EngineOf(request.At);
        if (maker == TextSearchEngine.Trigrams)
            return await trigrams.SearchAsync(request, cancellationToken).ConfigureAwait(false);

        string problem;
        TextSearchException? failure = null;
        try
        {
            if (pause() is not { } wait)
                problem = "is switched off";
            else if (!outage.TryEnter(wait))
                problem = "did not answer a moment ago";
            else
                return await AskAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (TextSearchException error)
        {
            (problem, failure) = (Note(error), error);
        }

        return maker is { } other
            ? throw new TextSearchUnavailableException(other, problem, failure)
            : await trigrams.SearchAsync(request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Draws the conclusions for other searches.</summary>
    /// <returns>What the engine does.</returns>
    private string Note(TextSearchException error)
    {
        const TextSearchEngine Engine = TextSearchEngine.OpenSearch;
        switch (error.Failure)
        {
            case TextSearchFailure.OfRequest:
                NoteAnswer(isNews: false);
                TextSearchLog.Refused(logger, Engine, typeof(T).Name, error.Reason);
                return "refuses this search";

            case TextSearchFailure.Incomplete:
                outage.GiveBack();
                if (!isIncomplete)
                    TextSearchLog.Incomplete(logger, Engine, typeof(T).Name, error.Message);
                isIncomplete = true;
                return "does not have all items";

            default:
                if (outage.Failed())
                    TextSearchLog.FellBack(logger, Engine, typeof(T).Name, error.Reason);
                return "fails";
        }
    }

    private void NoteAnswer(bool isNews)
    {
        if (outage.Succeeded() || isNews)
            TextSearchLog.AnswersAgain(logger, TextSearchEngine.OpenSearch, typeof(T).Name);
    }

    private async Task<TextSearchPage<T>> AskAsync(TextSearchRequest<T> request, CancellationToken cancellationToken)
    {
        try
        {
            var page = await engine.SearchAsync(request, cancellationToken).ConfigureAwait(false);
            var wasIncomplete = isIncomplete;
            isIncomplete = false;
            NoteAnswer(isNews: wasIncomplete);
            return page;
        }
        catch (Exception error) when (error is not (TextSearchException or OperationCanceledException))
        {
            // A damaged token, or an error of DynamoDB. A search that was cancelled may have waited for an engine that does not answer.
            outage.GiveBack();
            throw;
        }
    }
}
