using DynamoToolkit.Wire;

namespace DynamoToolkit.Patterns.Trigrams;

/// <summary>
/// The item in which a worker remembers which postings an item has: in each index the scope, the text and the stamp. Its version changes
/// with each write, so that of two workers with the same item one notices the other. It is an item of a type of its own, so that no read of
/// another type returns it.
/// </summary>
/// <typeparam name="T">The type of the items that are indexed.</typeparam>
internal sealed class TrigramLedger<T> : IItem<TrigramLedger<T>>
    where T : IItem<T>
{
    // Other items of the table may have an index key with a plainer name, of another type.
    public const string VersionName = "ledgerVersion";

    /// <summary>The model; the type of the items decides on the names of the keys.</summary>
    public static TableModel Model { get; } = new(T.Model.TableName, typeof(TrigramLedger))
    {
        Partition = KeyModel.Composed(
            T.Model.Partition.AttributeName, KeyStart + "{Owner}", new RestKeyPart()),
        Sort = KeyModel.Composed(T.Model.Sort!.AttributeName, TrigramLedger.LedgerSort),
        TimeToLiveAttribute = T.Model.TimeToLiveAttribute,
    };

    /// <summary>The key of the item that is indexed.</summary>
    public required ItemKey<T> Owner { get; init; }

    /// <summary>Which write it is of: no two have the same.</summary>
    public required string Version { get; init; }

    /// <summary>What the item has in the indexes, without those in which it has nothing.</summary>
    public required IReadOnlyList<LedgerEntry> Entries { get; init; }

    /// <summary>When the item expires, in seconds since 1970; null for never.</summary>
    public long? Expires { get; init; }

    private static string KeyStart => TrigramLedger.KeyStart(T.Model.ItemType.Name) + "#";

    /// <summary>The key of an item's ledger.</summary>
    public static ItemKey<TrigramLedger<T>> KeyOf(ItemKey<T> owner) =>
        new(KeyValue.Of(KeyStart + PostingSort.Of(owner)), KeyValue.Of(TrigramLedger.LedgerSort));

    static ItemKey<TrigramLedger<T>> IItem<TrigramLedger<T>>.KeyOf(in TrigramLedger<T> item) => KeyOf(item.Owner);

    static void IDynamoMap<TrigramLedger<T>>.WriteMap(ref ItemWriter writer, in TrigramLedger<T> item)
    {
        var key = KeyOf(item.Owner);
        var start = writer.BeginMap();
        Model.Partition.Write(ref writer, key.Partition, KeyModel.MaxPartitionBytes);
        Model.Sort!.Write(ref writer, key.Sort, KeyModel.MaxSortBytes);
        writer.WriteName("owner");
        item.Owner.Partition.Write(ref writer);
        writer.WriteName("ownerSort");
        item.Owner.Sort.Write(ref writer);
        writer.WriteName(VersionName);
        writer.WriteStringValue(item.Version);
        writer.WriteName("ledgerIndexes");
        var indexes = writer.BeginMapValue();
        foreach (var entry in item.Entries)
        {
            writer.WriteName(entry.Index);
            entry.Write(ref writer);
        }

        writer.EndMapValue(indexes);
        if (item.Expires is { } expires && Model.TimeToLiveAttribute is { } attribute)
        {
            writer.WriteName(attribute);
            writer.WriteNumberValue(expires);
        }

        writer.EndMap(start);
    }

    static TrigramLedger<T> IDynamoMap<TrigramLedger<T>>.ReadMap(ref ItemReader reader)
    {
        KeyValue owner = default, ownerSort = default;
        string? version = null;
        List<LedgerEntry> entries = [];
        long? expires = null;
        reader.BeginMap();
        while (reader.ReadName(out var name))
        {
            if (name.SequenceEqual("owner"u8))
                owner = KeyValue.Read(ref reader);
            else if (name.SequenceEqual("ownerSort"u8))
                ownerSort = KeyValue.Read(ref reader);
            else if (name.SequenceEqual("ledgerVersion"u8))
                version = reader.ReadString();
            else if (name.SequenceEqual("ledgerIndexes"u8))
                entries = ReadEntries(ref reader);
            else if (Model.TimeToLiveAttribute is { } attribute && reader.TextOf(name) == attribute)
                expires = reader.ReadNumber<long>();
            else
                reader.SkipValue();
        }

        return new TrigramLedger<T>
        {
            Owner = owner.IsNone ? throw reader.Missing("owner", typeof(TrigramLedger)) : new ItemKey<T>(owner, ownerSort),
            Version = version ?? throw reader.Missing(VersionName, typeof(TrigramLedger)),
            Entries = entries,
            Expires = expires,
        };
    }

    private static List<LedgerEntry> ReadEntries(ref ItemReader reader)
    {
        List<LedgerEntry> entries = [];
        reader.BeginMapValue();
        reader.BeginMap();
        while (reader.ReadName(out var name))
            entries.Add(LedgerEntry.Read(reader.TextOf(name), ref reader));
        reader.EndMapValue();
        return entries;
    }
}
