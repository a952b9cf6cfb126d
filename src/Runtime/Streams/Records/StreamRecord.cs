using DynamoToolkit.Protocol;

namespace DynamoToolkit.Streams.Records;

/// <summary>One record of a stream, with the bytes that it was read from.</summary>
internal sealed class StreamRecord
{
    private readonly ReadOnlyMemory<byte> page;
    private readonly RecordEntry entry;

    public StreamRecord(ReadOnlyMemory<byte> page, in RecordEntry entry)
    {
        this.page = page;
        this.entry = entry;
        Sequence = SequenceNumber.Parse(entry.SequenceNumber);
        Item = new ItemIdentity("", entry.Partition, entry.Sort);
    }

    public SequenceNumber Sequence { get; }

    /// <summary>The item's key, whatever type the item is of.</summary>
    public ItemIdentity Item { get; }

    public string EventId => entry.EventId ?? "";

    /// <summary>What the write did: <c>INSERT</c>, <c>MODIFY</c> or <c>REMOVE</c>.</summary>
    public string Event => entry.Event ?? "";

    public DateTimeOffset CreatedAt => entry.CreatedAt;

    public bool IsByService => entry.IsByService;

    /// <summary>The key as a map of attributes.</summary>
    public ReadOnlySpan<byte> Keys => Part(entry.Keys);

    /// <summary>The item before the change; empty if the record does not have it.</summary>
    public ReadOnlySpan<byte> Old => Part(entry.Old);

    /// <summary>The item after the change; empty if the record does not have it.</summary>
    public ReadOnlySpan<byte> New => Part(entry.New);

    /// <summary>The whole record.</summary>
    public ReadOnlySpan<byte> Json => Part((entry.Start, entry.Length));

    /// <summary>The records of a response to GetRecords or of a Lambda event.</summary>
    /// <param name="page">The response or event. It must live as long as the records.</param>
    /// <param name="table">A type of the table, which names its keys.</param>
    /// <param name="next">The iterator of the next page; null at the end of a shard.</param>
    public static List<StreamRecord> ReadPage(ReadOnlyMemory<byte> page, TableModel table, out string? next) =>
        RecordPage.Read(page.Span, table.Partition, table.Sort, out next).ConvertAll(entry => new StreamRecord(page, entry));

    /// <summary>The record that <see cref="Json"/> of another one was.</summary>
    public static StreamRecord Read(ReadOnlyMemory<byte> json, TableModel table) =>
        new(json, RecordPage.ReadOne(json.Span, table.Partition, table.Sort));

    private ReadOnlySpan<byte> Part((int Start, int Length) range) => page.Span.Slice(range.Start, range.Length);
}
