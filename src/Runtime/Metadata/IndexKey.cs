using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>
/// A String or Binary attribute that is a key of a secondary index but not of the table. An item without it is not in the index,
/// but a value that is present must fit.
/// </summary>
internal sealed class IndexKey
{
    private readonly string indexName;
    private readonly KeyModel model;
    private readonly int maxBytes;

    private IndexKey(KeyModel key, string indexName, int maxBytes)
    {
        model = key;
        this.indexName = indexName;
        this.maxBytes = maxBytes;
    }

    public string AttributeName => model.AttributeName;

    /// <summary>
    /// Collects the keys of a type's indexes, each attribute once, with the strictest of its limits. Of a view, also those of its items.
    /// </summary>
    public static IndexKey[] Of(TableModel model)
    {
        var keys = new List<IndexKey>();
        foreach (var index in model.Indexes.Concat(model.ViewOf?.Indexes ?? []))
        {
            foreach (var key in index.Partition)
                Add(keys, model, new IndexKey(key, index.Name, KeyModel.MaxPartitionBytes), key.Type);
            foreach (var key in index.Sort)
                Add(keys, model, new IndexKey(key, index.Name, KeyModel.MaxSortBytes), key.Type);
        }

        return [.. keys];
    }

    /// <summary>The key of an attribute's name, or null if the attribute is none.</summary>
    public static IndexKey? Find(IndexKey[] keys, ReadOnlySpan<byte> attributeName)
    {
        foreach (var key in keys)
        {
            if (key.model.IsNamed(attributeName))
                return key;
        }

        return null;
    }

    /// <summary>Checks a value, given as <c>{"S":"x"}</c>.</summary>
    /// <exception cref="InvalidAttributeValueException">The value is empty or too long.</exception>
    public void ThrowIfInvalid(ReadOnlySpan<byte> value)
    {
        var bytes = ItemSize.OfKey(value, maxBytes);
        if (bytes == 0)
        {
            throw new InvalidAttributeValueException(
                AttributeName,
                $"is a key of index '{indexName}', but its value is empty. "
                + "Give the members that the key is built from a value, or null to keep the item out of the index.");
        }

        if (bytes > maxBytes)
        {
            throw new InvalidAttributeValueException(
                AttributeName,
                $"is a key of index '{indexName}' with {bytes} bytes, but DynamoDB accepts at most {maxBytes}. "
                + "Shorten the members that the key is built from, or use a hash of them.");
        }
    }

    private static void Add(List<IndexKey> keys, TableModel model, IndexKey key, KeyType type)
    {
        if (type is KeyType.Number || model.HasKey(key.AttributeName))
            return;

        var at = keys.FindIndex(other => other.AttributeName == key.AttributeName);
        if (at < 0)
            keys.Add(key);
        else if (key.maxBytes < keys[at].maxBytes)
            keys[at] = key;
    }
}
