using Amazon.Runtime;
using DynamoToolkit.Patterns.Trigrams;
using AttributeValue = Amazon.DynamoDBv2.Model.AttributeValue;

namespace DynamoToolkit.Protocol;

/// <summary>What one write of an item changes in trigram indexes.</summary>
/// <typeparam name="T">The item type.</typeparam>
internal sealed class PostingChange<T> : IPostingChange
    where T : IItem<T>
{
    private readonly TableHandle table;
    private readonly ItemKey<T> owner;
    private readonly List<IndexedText> after = [];
    private readonly List<IndexedText> removed = [];
    private readonly List<Posting<T>> added = [];
    private readonly List<(string AttributeName, string Stamp)> newStamps = [];

    /// <summary>Fixes the stamps of the write: each text that changes gets a new one.</summary>
    /// <param name="table">The table.</param>
    /// <param name="owner">The item's key.</param>
    /// <param name="before">The texts before the write; null if the item does not exist.</param>
    /// <param name="after">The texts after the write; null if the item is deleted.</param>
    /// <exception cref="Wire.InvalidAttributeValueException">A text has half of a surrogate pair.</exception>
    public PostingChange(TableHandle table, ItemKey<T> owner, IReadOnlyList<IndexedText>? before, IReadOnlyList<IndexedText>? after)
    {
        this.table = table;
        this.owner = owner;
        if (after is null)
        {
            removed.AddRange(before!);
            return;
        }

        for (var i = 0; i < after.Count; i++)
        {
            var (old, text) = (before?[i], after[i]);
            if (old?.HasPostingsOf(text) == true)
            {
                this.after.Add(text with { Stamp = old.Stamp });
                continue;
            }

            // An item without text has a stamp, too: it shows that the write has happened if its response is lost.
            var changed = text with { Stamp = TrigramStamp.New(TextFold.Version, table.Time.GetUtcNow()) };
            this.after.Add(changed);
            added.AddRange(changed.Postings(owner));
            if (old is not null)
                removed.Add(old);
            if (text.Index.Stamp is { } stamp)
                newStamps.Add((stamp.AttributeName, changed.Stamp.Text!));
            ChangedCount++;
        }
    }

    /// <summary>The texts after the write, with their stamps.</summary>
    public IReadOnlyList<IndexedText> After => after;

    /// <summary>Postings of indexes that the type does not have any more, which go with those of the former texts.</summary>
    public IReadOnlyList<Posting<T>> Gone { get; init; } = [];

    /// <summary>How many texts get other postings.</summary>
    public int ChangedCount { get; private set; }

    /// <summary>The stamps that are new, with the names of their attributes.</summary>
    public IReadOnlyList<(string AttributeName, string Stamp)> NewStamps => newStamps;

    /// <summary>How many postings are new.</summary>
    public int AddedCount => added.Count;

    public void Stamp(object item) => after.ForEach(text => text.Index.Stamp!.Assign(item, text.Stamp));

    // One is enough: another writer may have changed the other texts since.
    public bool IsIn(Dictionary<string, AttributeValue>? current) =>
        newStamps.Exists(stamp => current?.GetValueOrDefault(stamp.AttributeName)?.S == stamp.Stamp);

    public async Task<ConsumedCapacity?> AddAsync(CapacityDetail detail, CancellationToken cancellationToken)
    {
        var batch = new PostingBatch(table, detail);
        foreach (var posting in added)
            batch.Add(new PlainPut<Posting<T>>(table, posting));
        await batch.RunAsync(cancellationToken).ConfigureAwait(false);
        if (batch.Left > 0)
            throw RequestErrors.PostingsLeft(ItemIdentity.Of(table.Name, owner), batch.Left, added.Count);
        return batch.Capacity;
    }

    public Task WithdrawAsync(CancellationToken cancellationToken) => DeleteAsync(added, CapacityDetail.None, cancellationToken);

    public Task<ConsumedCapacity?> RemoveAsync(CapacityDetail detail, CancellationToken cancellationToken) =>
        DeleteAsync(removed.SelectMany(text => text.Postings(owner)).Concat(Gone), detail, cancellationToken);

    private async Task<ConsumedCapacity?> DeleteAsync(
        IEnumerable<Posting<T>> postings, CapacityDetail detail, CancellationToken cancellationToken)
    {
        var batch = new PostingBatch(table, detail);
        foreach (var posting in postings)
            batch.Add(new PlainDelete<Posting<T>>(table, Posting<T>.KeyOf(posting)));
        try
        {
            await batch.RunAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is AmazonServiceException or AmazonClientException)
        {
            // The outcome of the item's write is known, and must not be reported as another one. A posting that is left costs a read when a
            // search meets it, until the repair deletes it. Logs and metrics have the failed request.
        }

        return batch.Capacity;
    }
}
