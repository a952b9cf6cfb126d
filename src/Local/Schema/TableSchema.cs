using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Schema;

/// <summary>Everything about a table except its items.</summary>
internal sealed record TableSchema
{
    /// <summary>The table's name.</summary>
    public required string Name { get; init; }

    /// <summary>The id. A table that is created again under the same name gets a new one.</summary>
    public required Guid Id { get; init; }

    /// <summary>When the table was created.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The declared attributes, in the order of their declaration.</summary>
    public required IReadOnlyList<(string Name, ValueKind Kind)> Attributes { get; init; }

    /// <summary>The primary key.</summary>
    public required KeySchema Keys { get; init; }

    /// <summary>The secondary indexes, local ones first, without the engine's own.</summary>
    public required IReadOnlyList<IndexSchema> Indexes { get; init; }

    /// <summary>The vector indexes.</summary>
    public IReadOnlyList<VectorIndexSchema> VectorIndexes { get; init; } = [];

    /// <summary>Whether capacity is on demand.</summary>
    public required bool OnDemand { get; init; }

    /// <summary>The provisioned units.</summary>
    public required Throughput Throughput { get; init; }

    /// <summary>The attribute that holds the expiry time; null if time to live is off.</summary>
    public string? ExpiryAttribute { get; init; }

    /// <summary>Whether the table is protected against deletion.</summary>
    public bool DeletionProtected { get; init; }

    /// <summary>STANDARD or STANDARD_INFREQUENT_ACCESS; null if no request has set it.</summary>
    public string? TableClass { get; init; }

    /// <summary>Tags by key.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The backup from which the table was restored; null if it was created.</summary>
    public RestoreSource? RestoredFrom { get; init; }

    /// <summary>The setting of continuous backups; null if they are off.</summary>
    public PointInTimeRecovery? PointInTime { get; init; }

    /// <summary>The Amazon resource name.</summary>
    public string Arn => ArnPrefix + Name;

    /// <summary>The region in all resource names and records of streams. The engine has none, so it is that of most examples.</summary>
    public const string Region = "us-east-1";

    /// <summary>The account in all resource names: one of AWS's examples.</summary>
    public const string Account = "111122223333";

    /// <summary>The beginning of the resource name of every table.</summary>
    public const string ArnPrefix = "arn:aws:dynamodb:" + Region + ":" + Account + ":table/";

    /// <summary>The local secondary indexes.</summary>
    public IEnumerable<IndexSchema> LocalIndexes => Indexes.Where(static index => index.Kind == SecondaryIndexKind.Local);

    /// <summary>The global secondary indexes.</summary>
    public IEnumerable<IndexSchema> GlobalIndexes => Indexes.Where(static index => index.Kind == SecondaryIndexKind.Global);

    /// <summary>Whether the items of a partition form a collection, whose size the service reports.</summary>
    public bool HasCollections => LocalIndexes.Any();

    /// <summary>Whether the attribute is part of a key or of a vector index's search schema, so that it must be declared.</summary>
    public bool Declares(string attribute) => Keys.Has(attribute)
        || Indexes.Any(index => index.Keys.Has(attribute))
        || VectorIndexes.Any(index => index.Searches(attribute));

    /// <summary>A declared attribute as errors about definitions describe it.</summary>
    public string DescribeKey(string attribute) => DescribeKey(attribute, Attributes.First(known => known.Name == attribute).Kind);

    /// <summary>A declared attribute as errors about definitions describe it, with another type.</summary>
    public string DescribeKey(string attribute, ValueKind kind)
    {
        var keys = Indexes.Select(static index => index.Keys).Prepend(Keys).SelectMany(static key => key.Elements)
            .Select(static element => (element.Name, Role: element.KeyType));
        var searched = VectorIndexes.SelectMany(static index => index.SearchSchema)
            .Select(static element => (element.Name, Role: element.ElementType));
        return $"key{{{attribute}:{kind.Name()}:{keys.Concat(searched).First(element => element.Name == attribute).Role}}}";
    }

    /// <summary>
    /// The size of an item where the service charges for a write: a vector that an index reads counts four bytes for each dimension.
    /// </summary>
    public long WriteSizeOf(MapValue? item)
    {
        if (item is null)
            return 0;

        long size = item.ItemSize;
        if (VectorIndexes.Count == 0)
            return size;

        foreach (var index in VectorIndexes.DistinctBy(static index => index.VectorAttribute))
        {
            if (item.TryGet(index.VectorAttribute, out var vector) && Vectors.TryRead(vector, index.Dimensions) is not null)
                size += (VectorIndexSchema.DimensionBytes * index.Dimensions) - vector.Size;
        }

        return size;
    }

    /// <summary>The indexes to maintain: the secondary indexes and, if time to live is on, the engine's own by expiry time.</summary>
    public IReadOnlyList<IndexSchema> MaintainedIndexes() => ExpiryAttribute is null ? Indexes : [.. Indexes, ExpiryIndex(ExpiryAttribute)];

    private IndexSchema ExpiryIndex(string attribute)
    {
        var keys = new KeySchema([new KeyElement(attribute, ValueKind.N, IsHash: false)]);
        return new IndexSchema(".expiry", SecondaryIndexKind.Expiry, keys, IndexContent.All, Throughput.None, Keys);
    }
}
