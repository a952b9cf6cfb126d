using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Schema;

/// <summary>Everything about a table but its items.</summary>
internal sealed record TableSchema
{
    /// <summary>The table's name.</summary>
    public required string Name { get; init; }

    /// <summary>A new id for every table, also for one of the same name.</summary>
    public required Guid Id { get; init; }

    /// <summary>When the table was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The declared attributes, in the order in which they were declared.</summary>
    public required IReadOnlyList<(string Name, ValueKind Kind)> Attributes { get; init; }

    /// <summary>The primary key.</summary>
    public required KeySchema Keys { get; init; }

    /// <summary>The secondary indexes, local ones first; without the engine's own.</summary>
    public required IReadOnlyList<IndexSchema> Indexes { get; init; }

    /// <summary>Whether capacity is on demand.</summary>
    public required bool OnDemand { get; init; }

    /// <summary>Provisioned units.</summary>
    public required Throughput Throughput { get; init; }

    /// <summary>The attribute that holds the expiry time; null when time to live is off.</summary>
    public string? ExpiryAttribute { get; init; }

    /// <summary>Whether the table refuses to be deleted.</summary>
    public bool DeletionProtected { get; init; }

    /// <summary>STANDARD or STANDARD_INFREQUENT_ACCESS; null when never stated.</summary>
    public string? TableClass { get; init; }

    /// <summary>Tags by key.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The Amazon resource name.</summary>
    public string Arn => ArnPrefix + Name;

    /// <summary>What the resource name of every table begins with.</summary>
    public const string ArnPrefix = "arn:aws:dynamodb:ddblocal:000000000000:table/";

    /// <summary>The local secondary indexes.</summary>
    public IEnumerable<IndexSchema> LocalIndexes => Indexes.Where(static index => index.Kind == SecondaryIndexKind.Local);

    /// <summary>The global secondary indexes.</summary>
    public IEnumerable<IndexSchema> GlobalIndexes => Indexes.Where(static index => index.Kind == SecondaryIndexKind.Global);

    /// <summary>Whether items of one partition make up a collection, whose size the service reports.</summary>
    public bool HasCollections => Indexes.Any(static index => index.Kind == SecondaryIndexKind.Local);

    /// <summary>The indexes to keep: the secondary ones, and the engine's own by expiry time when time to live is on.</summary>
    public IReadOnlyList<IndexSchema> KeptIndexes() => ExpiryAttribute is null ? Indexes : [.. Indexes, ExpiryIndex(ExpiryAttribute)];

    private IndexSchema ExpiryIndex(string attribute) =>
        new(".expiry", SecondaryIndexKind.Expiry, new KeySchema([new KeyElement(attribute, ValueKind.N, IsHash: false)]), IndexContent.All, Throughput.None, Keys);
}
