using DynamoToolkit.Patterns.Trigrams;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>The part of a batch that deletes a posting.</summary>
/// <typeparam name="T">The type of the item that the posting leads to.</typeparam>
internal sealed class DeletePosting<T>(TableHandle table, Posting<T> posting) : KeyedWrite<Posting<T>>(table, Posting<T>.KeyOf(posting))
    where T : IItem<T>
{
    public override DynamoOperation Operation => DynamoOperation.DeleteItem;

    protected override ReadOnlySpan<byte> TransactOpening => "{\"Delete\":"u8;

    public override void WriteBatchItem(ref ItemWriter writer)
    {
        writer.WriteRaw("{\"DeleteRequest\":{\"Key\":"u8);
        Key.Write(ref writer);
        writer.WriteRaw("}}"u8);
    }
}
