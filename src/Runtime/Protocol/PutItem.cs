using DynamoToolkit.Expressions;
using DynamoToolkit.Patterns.Trigrams;
using DynamoToolkit.Patterns.Uniqueness;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>PutItem: writes one whole item.</summary>
/// <typeparam name="T">The item type.</typeparam>
internal sealed class PutItem<T> : WriteRequest
    where T : IItem<T>
{
    private readonly T item;
    private PostingChange<T>? postings;

    public PutItem(TableHandle table, T item)
        : base(table)
    {
        this.item = item;
        ChooseShard(item);
        Lock = NewLock();
    }

    public override TableModel Model => T.Model;

    public override ItemIdentity Identity => ItemIdentity.Of(Table.Name, T.KeyOf(item));

    public override DynamoOperation Operation => DynamoOperation.PutItem;

    protected override ReadOnlySpan<byte> TransactOpening => "{\"Put\":"u8;

    /// <summary>What the put knows of the item that it replaces, and on what other items depend; null if it does not know it.</summary>
    public ReplacedItem? Replaced { get; set; }

    protected override string? KindObstacle => T.Model.Unique is not null
        ? "its type has unique values, which a batch cannot reserve; use a transaction, or execute it alone"
        : T.Model.IsTracked
        ? "its type has trigram indexes that writers keep, which a batch cannot do; use a transaction, or execute it alone"
        : Lock is null or { IsIgnored: true }
        ? null
        : "its type has a concurrency token, which a batch cannot compare; use a transaction, or execute it alone";

    /// <summary>
    /// Gives an item that is put for the first time its random write shard, before anything is sent: a second attempt, of the transport or
    /// of the caller, must write to the same key.
    /// </summary>
    public static void ChooseShard(T item)
    {
        if (T.Model is { ShardMember: { } member, Partition.Shards: { } shards })
            member.Choose(item!, shards.Count);
    }

    /// <summary>Writes a put without options, without allocation.</summary>
    public static void Write(WireBuffer body, TableHandle table, in T item)
    {
        var writer = new ItemWriter(body);
        writer.WriteRaw(table.Opening);
        writer.WriteRaw(",\"Item\":"u8);
        ItemText.Write(ref writer, in item);
        writer.WriteRaw("}"u8);
        writer.Flush();
    }

    public override int CountStored()
    {
        using var buffer = WireBuffer.Rent();
        var writer = new ItemWriter(buffer);
        Fix();
        T.WriteMap(ref writer, Stamped());
        writer.Flush();
        return ItemSize.Of(buffer.WrittenSpan);
    }

    public override void WriteBatchItem(ref ItemWriter writer)
    {
        Fix();
        writer.WriteRaw("{\"PutRequest\":{\"Item\":"u8);
        ItemText.Write(ref writer, Stamped());
        writer.WriteRaw("}}"u8);
    }

    public override IReadOnlyList<WriteRequest> Companions()
    {
        if (T.Model.Unique is not { } unique)
            return [];
        Fix();
        return UniqueWrites<T>.Of(Table, T.KeyOf(item), Replaced?.Values, HeldValues.Of(unique, Stamped()!));
    }

    protected override IPostingChange? Postings => postings;

    protected override Condition? ReplacedCondition => Replaced?.IsStored();

    protected override void WriteContent(ref ItemWriter writer, ExpressionContext context)
    {
        writer.WriteRaw(",\"Item\":"u8);
        ItemText.Write(ref writer, Stamped());
    }

    public override void Succeed()
    {
        Lock?.Succeed(item!);
        Times?.Stamp(item!);
        postings?.Stamp(item!);
        postings = null;
        base.Succeed();
    }

    protected override void Fix()
    {
        if (T.Model.IsTracked && Replaced is null && !MustNotExist)
        {
            throw new InvalidOperationException(
                $"{T.Model.ItemType.Name} has {RequestErrors.DescribeTracked(T.Model)}, and a plain put can't know which of them the "
                + "stored item has. Create a new item with CreateAsync or Put(item).IfNotExists(), and replace one with ChangeAsync.");
        }

        Lock?.FixForPut(item!);
        FixTimes(MayCreate);
        if (postings is null && T.Model.Trigrams is { AreTracked: true } trigrams)
            postings = new PostingChange<T>(Table, T.KeyOf(item), Replaced?.Texts?.All, IndexedTexts.Of(trigrams, Stamped()!).All);
    }

    /// <summary>
    /// Whether the put may create the item. One that only replaces must not set when it expires: the item may have been restored.
    /// </summary>
    private bool MayCreate => MustNotExist
        || !(MustExist || Replaced is not null || Lock is not null || T.Model.Stamps?.CreatedAt?.HasTime(item!) == true);

    /// <summary>
    /// The item as it is written. A copy has the new token and times, so that everything that is built from them is right, such as keys of
    /// indexes, while the caller's item does not change before the write succeeded.
    /// </summary>
    private T Stamped()
    {
        if (T.Model.Stamps is null && postings is null)
            return item;
        var copy = T.Model.Stamps?.Copy(item!) ?? T.Model.Trigrams!.Copy(item!);
        Lock?.Stamp(copy);
        Times?.Stamp(copy);
        postings?.Stamp(copy);
        return (T)copy;
    }
}
