using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>The items of a query or scan, each read as its own type. Items of other types are left out.</summary>
/// <typeparam name="TBase">A type that all the item types derive from or implement, such as <see cref="object"/>.</typeparam>
public sealed class MixedSequence<TBase> : ItemSequence<TBase>
{
    private readonly ItemKinds<TBase> kinds;

    internal MixedSequence(QueryPlan plan, ItemKinds<TBase> kinds)
        : base(plan) => this.kinds = kinds;

    private protected override bool IsCountedByService => false;

    private protected override bool TryCount(PageWalk walk)
    {
        var item = walk.Cursor();
        walk.SkipItem();
        return Find(item) is not null;
    }

    private protected override IReadOnlyList<string> CountProjection() => kinds.KeyAttributes;

    private protected override bool TryRead(PageWalk walk, out TBase item)
    {
        if (Find(walk.Cursor()) is not { } kind)
        {
            walk.SkipItem();
            item = default!;
            return false;
        }

        var reader = walk.Cursor();
        item = kind.Read(ref reader);
        walk.Advance(reader);
        return true;
    }

    private protected override ItemSequence<TBase> Over(QueryPlan plan) => new MixedSequence<TBase>(plan, kinds);

    private ItemKind<TBase>? Find(JsonCursor item) => kinds.Find(item, Plan.Index, Plan.ReadsLatest);
}
