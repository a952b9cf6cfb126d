using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>
/// Executes a write of an item with trigram indexes: first the new postings, then the item, then the removal of the old postings. It needs
/// no transaction: whatever fails in between, the item's postings are there.
/// </summary>
internal static class IndexedWrite
{
    /// <summary>Executes the write.</summary>
    /// <typeparam name="TPart">The type that what comes back of the item is read as.</typeparam>
    /// <param name="write">The write.</param>
    /// <param name="change">What it changes in indexes.</param>
    /// <param name="send">Writes the item.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static async Task<ItemResponse<TPart>> SendAsync<TPart>(
        WriteRequest write,
        IPostingChange change,
        Func<CancellationToken, Task<ItemResponse<TPart>>> send,
        CancellationToken cancellationToken)
        where TPart : IDynamoMap<TPart>
    {
        // A write that can't be sent must not write postings.
        using (var check = WireBuffer.Rent())
            write.Write(check);

        var added = await change.AddAsync(write.Capacity, cancellationToken).ConfigureAwait(false);
        ItemResponse<TPart> response;
        try
        {
            response = await send(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception refused) when (refused is ConditionalCheckFailedException or TransactionCanceledException)
        {
            // After any other error it is not known whether the item was written, and the postings stay.
            await change.WithdrawAsync(cancellationToken).ConfigureAwait(false);
            throw;
        }

        var removed = await change.RemoveAsync(write.Capacity, cancellationToken).ConfigureAwait(false);
        response.Capacity = ConsumedCapacity.Sum(ConsumedCapacity.Sum(response.Capacity, added), removed);
        return response;
    }
}
