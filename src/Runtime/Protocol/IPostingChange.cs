using AttributeValue = Amazon.DynamoDBv2.Model.AttributeValue;

namespace DynamoToolkit.Protocol;

/// <summary>
/// What one write of an item changes in trigram indexes. New postings are written before the item, and old ones are deleted after it, so
/// that a process which dies in between leaves only postings too many. A search ignores these, and the repair deletes them.
/// </summary>
internal interface IPostingChange
{
    /// <summary>Assigns the stamps that the item has after the write.</summary>
    void Stamp(object item);

    /// <summary>Whether an item has a stamp of this write: an earlier attempt arrived, and its response was lost.</summary>
    bool IsIn(Dictionary<string, AttributeValue>? current);

    /// <summary>Writes the new postings.</summary>
    /// <param name="detail">How much detail of the consumed capacity to ask for.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="InvalidOperationException">The service did not process all of them, despite retries.</exception>
    Task<ConsumedCapacity?> AddAsync(CapacityDetail detail, CancellationToken cancellationToken);

    /// <summary>Deletes the new postings, after the write of the item was refused.</summary>
    /// <inheritdoc cref="AddAsync"/>
    Task WithdrawAsync(CancellationToken cancellationToken);

    /// <summary>Deletes the postings of the texts that the item no longer has, after it was written.</summary>
    /// <inheritdoc cref="AddAsync"/>
    Task<ConsumedCapacity?> RemoveAsync(CapacityDetail detail, CancellationToken cancellationToken);
}
