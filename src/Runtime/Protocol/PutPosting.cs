using DynamoToolkit.Expressions;
using DynamoToolkit.Patterns.Trigrams;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>
/// The part of a batch that puts a posting. It is not a <see cref="PutItem{T}"/>, which may have postings of its own: native code would
/// need it for postings of postings without end.
/// </summary>
/// <typeparam name="T">The type of the item that the posting leads to.</typeparam>
internal sealed class PutPosting<T>(TableHandle table, Posting<T> posting) : KeyedWrite<Posting<T>>(table, Posting<T>.KeyOf(posting))
    where T : IItem<T>
{
    public override DynamoOperation Operation => DynamoOperation.PutItem;

    protected override ReadOnlySpan<byte> TransactOpening => "{\"Put\":"u8;

    public override void WriteBatchItem(ref ItemWriter writer)
    {
        writer.WriteRaw("{\"PutRequest\":{\"Item\":"u8);
        ItemText.Write(ref writer, in posting);
        writer.WriteRaw("}}"u8);
    }

    protected override void WriteContent(ref ItemWriter writer, ExpressionContext context)
    {
        writer.WriteRaw(",\"Item\":"u8);
        ItemText.Write(ref writer, in posting);
    }
}
