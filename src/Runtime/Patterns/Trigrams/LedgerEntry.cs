using DynamoToolkit.Wire;

namespace DynamoToolkit.Patterns.Trigrams;

/// <summary>What an item has in one index, as its ledger says.</summary>
/// <param name="Index">The index's name.</param>
/// <param name="Key">With what the postings' partition keys begin.</param>
/// <param name="Text">The text, or what stands for a very long one.</param>
/// <param name="Stamp">Which write made the postings.</param>
internal sealed record LedgerEntry(string Index, string Key, string Text, string Stamp)
{
    /// <summary>What an item has in an index; null if it has no postings there.</summary>
    public static LedgerEntry? Of(IndexedText text) =>
        text is { Key: { } key, Text: { } content, Stamp.Text: { } stamp }
            ? new LedgerEntry(text.Index.Name, key, IndexedText.Shortened(content), stamp)
            : null;

    /// <summary>The same as texts of items say it.</summary>
    /// <param name="index">The index.</param>
    /// <param name="expires">When the item expires.</param>
    public IndexedText ToText(TrigramIndex index, long? expires) => new(index, Key, Text, TrigramStamp.Of(Stamp), expires);

    /// <summary>The keys of the postings belong to these.</summary>
    /// <typeparam name="T">The item type.</typeparam>
    /// <param name="owner">The item's key.</param>
    public IReadOnlyList<Posting<T>> Postings<T>(ItemKey<T> owner)
        where T : IItem<T> => TrigramPostings<T>.Of(Index, Key, Text, owner, Stamp, expires: null);

    /// <summary>Writes the attribute's value: <c>{"M":{…}}</c>.</summary>
    public void Write(ref ItemWriter writer)
    {
        var start = writer.BeginMapValue();
        writer.WriteName("key");
        writer.WriteStringValue(Key);
        writer.WriteName("text");
        writer.WriteStringValue(Text);
        writer.WriteName("stamp");
        writer.WriteStringValue(Stamp);
        writer.EndMapValue(start);
    }

    /// <summary>Reads the attribute's value.</summary>
    /// <param name="index">The index's name.</param>
    /// <param name="reader">The reader.</param>
    public static LedgerEntry Read(string index, ref ItemReader reader)
    {
        string? key = null, text = null, stamp = null;
        reader.BeginMapValue();
        reader.BeginMap();
        while (reader.ReadName(out var name))
        {
            if (name.SequenceEqual("key"u8))
                key = reader.ReadString();
            else if (name.SequenceEqual("text"u8))
                text = reader.ReadString();
            else if (name.SequenceEqual("stamp"u8))
                stamp = reader.ReadString();
            else
                reader.SkipValue();
        }

        reader.EndMapValue();
        return new LedgerEntry(
            index,
            key ?? throw reader.Missing("key", typeof(TrigramLedger)),
            text ?? throw reader.Missing("text", typeof(TrigramLedger)),
            stamp ?? throw reader.Missing("stamp", typeof(TrigramLedger)));
    }
}
