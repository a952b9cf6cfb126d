using System.Text;
using DynamoToolkit.Streams.Delivery;
using DynamoToolkit.Streams.Records;

namespace DynamoToolkit.Streams.DeadLetters;

/// <summary>Replays the dead letters: item by item, and of each item change by change.</summary>
internal sealed class DeadLetterReplay(LetterStore store, IReadOnlyList<HandlerBinding> handlers)
{
    private int applied;
    private int released;
    private int failed;

    public async Task<DeadLetterReplayResult> RunAsync(Func<DeadLetter, bool>? filter, CancellationToken cancellationToken)
    {
        foreach (var mark in await store.ReadMarksAsync(cancellationToken).ConfigureAwait(false))
        {
            var handler = handlers.FirstOrDefault(binding => binding.Name == mark.Handler);
            if (handler is null || !await ReplayAsync(handler, mark, filter, cancellationToken).ConfigureAwait(false))
                failed++;
        }

        return new DeadLetterReplayResult { Applied = applied, ItemsReleased = released, ItemsStillParked = failed };
    }

    /// <summary>Replays the letters of one item.</summary>
    /// <returns>Whether the item is not parked any more.</returns>
    private async Task<bool> ReplayAsync(
        HandlerBinding handler, LetterItem known, Func<DeadLetter, bool>? filter, CancellationToken cancellationToken)
    {
        // While workers add letters, there is another round.
        while (await store.FindMarkAsync(known, cancellationToken).ConfigureAwait(false) is { } mark)
        {
            foreach (var letter in await store.ReadLettersAsync(mark, cancellationToken).ConfigureAwait(false))
            {
                // An item's later changes must not overtake one that is left out.
                if (filter?.Invoke(DeadLetter.Of(letter)) == false)
                    return false;
                if (!await TryApplyAsync(handler, letter, cancellationToken).ConfigureAwait(false))
                    return false;

                await store.DeleteAsync(letter, cancellationToken).ConfigureAwait(false);
                applied++;
            }

            if (await store.TryUnparkAsync(mark, cancellationToken).ConfigureAwait(false))
            {
                released++;
                return true;
            }
        }

        return true;
    }

    private async Task<bool> TryApplyAsync(HandlerBinding handler, LetterItem letter, CancellationToken cancellationToken)
    {
        try
        {
            var record = StreamRecord.Read(Encoding.UTF8.GetBytes(letter.Record ?? ""), handler.Model);
            await handler.HandleAsync([record], cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception error)
        {
            // Whatever a handler throws is the letter's new reason.
            await store.FailAsync(letter, error, cancellationToken).ConfigureAwait(false);
            return false;
        }
    }
}
