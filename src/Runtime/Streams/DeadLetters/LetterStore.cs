using System.Text;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Streams.Records;

namespace DynamoToolkit.Streams.DeadLetters;

/// <summary>
/// Reads and writes the dead letters of one consumer. An item is parked for a handler as long as its mark exists; each letter is written
/// together with a change of the mark. So a replay that deletes the mark knows that it has seen all letters, and a worker that finds no
/// mark knows that the item is not parked any more.
/// </summary>
/// <param name="letters">The table of dead letters.</param>
/// <param name="group">The consumer's name in keys.</param>
/// <param name="time">The clock.</param>
internal sealed class LetterStore(DynamoTable<LetterItem> letters, string group, TimeProvider time)
{
    /// <summary>The number of characters of a record in one item. A character takes at most three bytes of the item's 400 KB.</summary>
    private const int PartLength = 100_000;

    private const int MaxReasonLength = 4000;

    /// <summary>Parks an item with the record on which a handler failed.</summary>
    public async Task ParkAsync(string handler, StreamRecord record, Exception error, int attempts, CancellationToken cancellationToken)
    {
        var mark = LetterItem.KeyOf(group, SortOf(handler, record));
        var reason = ReasonOf(error);
        await WriteAsync(
            handler,
            record,
            LetterOf(handler, record).Set(LetterItem.ReasonToken, reason).Set(LetterItem.AttemptsToken, attempts),
            letters.Update(mark)
                .Add(LetterItem.VersionToken, 1)
                .SetIfNotExists(LetterItem.HandlerToken, handler)
                .SetIfNotExists(LetterItem.ItemToken, record.Item.KeyText)
                .SetIfNotExists(LetterItem.ReasonToken, reason)
                .SetIfNotExists(LetterItem.ParkedToken, time.GetUtcNow()),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Keeps a record of a parked item.</summary>
    /// <returns>False if the item is not parked any more, so that its records are to be handled.</returns>
    public async Task<bool> TryAddAsync(string handler, StreamRecord record, CancellationToken cancellationToken)
    {
        var mark = letters.Update(LetterItem.KeyOf(group, SortOf(handler, record))).Add(LetterItem.VersionToken, 1).IfExists();
        try
        {
            await WriteAsync(handler, record, LetterOf(handler, record), mark, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (TransactWriteCanceledException canceled) when (canceled.ConditionFailed(mark))
        {
            return false;
        }
    }

    /// <summary>The marks of all parked items.</summary>
    public Task<List<LetterItem>> ReadMarksAsync(CancellationToken cancellationToken) => QueryAsync(group, cancellationToken);

    /// <summary>The mark of a parked item as it is now; null if it is not parked any more.</summary>
    public ValueTask<LetterItem?> FindMarkAsync(LetterItem mark, CancellationToken cancellationToken) =>
        letters.GetAsync(mark.Key, consistentRead: true, cancellationToken);

    /// <summary>The letters of a parked item in the order of its changes, each with its whole record.</summary>
    public async Task<List<LetterItem>> ReadLettersAsync(LetterItem mark, CancellationToken cancellationToken)
    {
        List<LetterItem> whole = [];
        StringBuilder? record = null;
        LetterItem? head = null;
        foreach (var item in await QueryAsync($"{group}#{mark.Sort}", cancellationToken).ConfigureAwait(false))
        {
            if (item.Sort.Contains('#', StringComparison.Ordinal))
            {
                // A process may have ended between the parts and their letter.
                if (head is not null && item.Sort.StartsWith(head.Sort + "#", StringComparison.Ordinal))
                    record!.Append(item.Record);
                continue;
            }

            Add();
            (head, record) = (item, new StringBuilder(item.Record));
        }

        Add();
        return whole;

        void Add()
        {
            if (head is not null)
                whole.Add(head with { Record = record!.ToString() });
        }
    }

    /// <summary>Notes that a letter failed again.</summary>
    public async Task FailAsync(LetterItem letter, Exception error, CancellationToken cancellationToken)
    {
        try
        {
            await letters.Update(letter.Key)
                .Set(LetterItem.ReasonToken, ReasonOf(error))
                .Add(LetterItem.AttemptsToken, 1)
                .IfExists()
                .ExecuteAsync(cancellationToken)
                .ConfigureAwait(false);
        }
        catch (ConditionalCheckFailedException)
        {
            // Another replay was faster.
        }
    }

    /// <summary>Deletes a letter.</summary>
    public async Task DeleteAsync(LetterItem letter, CancellationToken cancellationToken)
    {
        await letters.DeleteAsync(letter.Key, cancellationToken).ConfigureAwait(false);
        for (var part = 1; part <= letter.Parts; part++)
        {
            await letters.DeleteAsync(LetterItem.KeyOf(letter.Group, LetterItem.PartSort(letter.Sort, part)), cancellationToken)
                .ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Deletes the mark, unless letters have come since it was read, or another replay has deleted it and the item was parked again.
    /// </summary>
    public async Task<bool> TryUnparkAsync(LetterItem mark, CancellationToken cancellationToken)
    {
        try
        {
            var delete = letters.Delete(mark.Key)
                .If(LetterItem.VersionToken == mark.Version & LetterItem.ParkedToken == mark.ParkedAt.GetValueOrDefault());
            await delete.ExecuteAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }

    /// <summary>The sort key of an item's mark, which is also the rest of its letters' partition key.</summary>
    public static string SortOf(string handler, StreamRecord record) => $"{handler}#{ItemId.Of(record.Item)}";

    private string LettersOf(string handler, StreamRecord record) => $"{group}#{SortOf(handler, record)}";

    private static string ReasonOf(Exception error)
    {
        var text = $"{error.GetType().Name}: {error.Message}";
        return text.Length <= MaxReasonLength ? text : text[..MaxReasonLength];
    }

    /// <summary>The parts of a text, none of which ends within a character.</summary>
    private static List<string> PartsOf(string text)
    {
        List<string> parts = [];
        while (text.Length > PartLength)
        {
            var length = char.IsHighSurrogate(text[PartLength - 1]) ? PartLength - 1 : PartLength;
            parts.Add(text[..length]);
            text = text[length..];
        }

        parts.Add(text);
        return parts;
    }

    /// <summary>The letter of a record. One that is delivered again keeps what its letter says about its failure.</summary>
    private Update<LetterItem> LetterOf(string handler, StreamRecord record) => letters
        .Update(LetterItem.KeyOf(LettersOf(handler, record), record.Sequence.ToPaddedString()))
        .Set(LetterItem.HandlerToken, handler)
        .Set(LetterItem.ItemToken, record.Item.KeyText)
        .SetIfNotExists(LetterItem.ParkedToken, time.GetUtcNow());

    private async Task WriteAsync(
        string handler, StreamRecord record, Update<LetterItem> letter, Update<LetterItem> mark, CancellationToken cancellationToken)
    {
        var (letterGroup, sort) = (LettersOf(handler, record), record.Sequence.ToPaddedString());
        var parts = PartsOf(Encoding.UTF8.GetString(record.Json));

        // The further parts first: without their letter, nobody looks for them.
        for (var part = 1; part < parts.Count; part++)
        {
            var item = new LetterItem { Group = letterGroup, Sort = LetterItem.PartSort(sort, part), Record = parts[part] };
            await letters.PutAsync(item, cancellationToken).ConfigureAwait(false);
        }

        letter.Set(LetterItem.RecordToken, parts[0]).Set(LetterItem.PartsToken, parts.Count - 1);
        await letters.Client.TransactWriteAsync([mark, letter], cancellationToken).ConfigureAwait(false);
    }

    private Task<List<LetterItem>> QueryAsync(string partition, CancellationToken cancellationToken) =>
        letters.Query(new PartitionKeyCondition<LetterItem>(LetterItem.KeyOf(partition, "-").Partition))
            .ConsistentRead()
            .ToListAsync(cancellationToken);
}
