using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Storage;

namespace DynamoToolkit.Local.Heat;

/// <summary>Measures one table or global index: its partitions, its partition keys and what it allows as a whole.</summary>
internal sealed class ResourceMeter
{
    private const int MaxKeys = 100_000;

    private readonly Dictionary<byte[], KeyHeat> keys = new(KeyBytesComparer.Instance);
    private readonly PartitionMap partitions;
    private readonly Allowance writes;
    private readonly Allowance reads;
    private readonly UnitCount writeUnits = new();
    private readonly UnitCount readUnits = new();
    private bool hasLocalIndexes;

    public ResourceMeter(TableSchema schema, IndexSchema? index, HeatOptions options, DateTimeOffset now)
    {
        TableId = schema.Id;
        TableName = schema.Name;
        IndexName = index?.Name;
        Arn = index is null ? schema.Arn : $"{schema.Arn}/index/{index.Name}";
        var throughput = index?.Throughput ?? schema.Throughput;
        writes = new Allowance(throughput.Write, options.OnDemandWriteUnits, options, now);
        reads = new Allowance(throughput.Read, options.OnDemandReadUnits, options, now);
        var count = Math.Max(
            Math.Ceiling(writes.Rate / options.PartitionWriteUnits), Math.Ceiling(reads.Rate / options.PartitionReadUnits));
        partitions = new PartitionMap((int)Math.Max(1, count), options, now);
    }

    /// <summary>The table's id, which tells a table from a later one with its name.</summary>
    public Guid TableId { get; }

    /// <summary>The table's name.</summary>
    public string TableName { get; }

    /// <summary>The index's name; null for the table.</summary>
    public string? IndexName { get; }

    /// <summary>The Amazon resource name.</summary>
    public string Arn { get; }

    /// <summary>Follows changes of the table's schema.</summary>
    public void Follow(TableSchema schema, IndexSchema? index, DateTimeOffset now)
    {
        var throughput = index?.Throughput ?? schema.Throughput;
        writes.Provision(throughput.Write, now);
        reads.Provision(throughput.Read, now);
        hasLocalIndexes = index is null && schema.HasCollections;
    }

    /// <summary>Splits the partition of a charge, if it has been hot for long and a split helps.</summary>
    public void SplitIfHot(UnitCharge charge, DateTimeOffset now) => partitions.SplitIfHot(charge.Key, hasLocalIndexes, now);

    /// <summary>Why a charge must be refused; null if it need not be.</summary>
    public Limit? Refusal(UnitCharge charge, bool isWrite, DateTimeOffset now)
    {
        if (!partitions.Find(charge.Key).Allows(isWrite, charge.Units, now))
            return Limit.KeyRange;
        var allowance = isWrite ? writes : reads;
        if (allowance.Allows(charge.Units, now))
            return null;
        return allowance.IsOnDemand ? Limit.OnDemand : Limit.Provisioned;
    }

    /// <summary>Consumes a charge.</summary>
    public void Take(UnitCharge charge, bool isWrite, DateTimeOffset now)
    {
        var heat = Note(charge, isWrite, now);
        partitions.Find(charge.Key).Take(isWrite, charge.Units, now);
        (isWrite ? writes : reads).Take(charge.Units, now);
        (isWrite ? heat.Writes : heat.Reads).Add(charge.Units, now);
        (isWrite ? writeUnits : readUnits).Add(charge.Units, now);
        if (isWrite)
            heat.Follow(charge.Key);
    }

    /// <summary>Counts a charge that was refused here.</summary>
    public void Refuse(UnitCharge charge, bool isWrite, DateTimeOffset now)
    {
        var heat = Note(charge, isWrite, now);
        (isWrite ? heat.Writes : heat.Reads).Refuse();
        (isWrite ? writeUnits : readUnits).Refuse();
    }

    /// <summary>What has been measured.</summary>
    public ResourceHeat Report() => new(
        TableName, IndexName, partitions.Count, writeUnits.Total, readUnits.Total, writeUnits.Throttled, readUnits.Throttled);

    /// <summary>The hottest keys with their heat.</summary>
    public IEnumerable<(double Heat, HotKey Key)> HottestKeys(int count) => keys
        .OrderByDescending(static entry => entry.Value.Heat)
        .Take(count)
        .Select(entry => (entry.Value.Heat, Report(entry.Key, entry.Value)));

    private HotKey Report(byte[] prefix, KeyHeat key) => new()
    {
        TableName = TableName,
        IndexName = IndexName,
        PartitionKey = key.Text,
        WriteUnits = key.Writes.Total,
        ReadUnits = key.Reads.Total,
        PeakWriteUnits = key.Writes.Peak,
        PeakReadUnits = key.Reads.Peak,
        WriteShare = Share(key.Writes, writeUnits),
        ReadShare = Share(key.Reads, readUnits),
        ThrottledWrites = key.Writes.Throttled,
        ThrottledReads = key.Reads.Throttled,
        Obstacle = partitions.Find(prefix).ObstacleOf(key, hasLocalIndexes),
    };

    private static double Share(UnitCount part, UnitCount whole) => whole.Total == 0 ? 0 : part.Total / whole.Total;

    private KeyHeat Note(UnitCharge charge, bool isWrite, DateTimeOffset now)
    {
        var prefix = charge.Prefix();
        if (!keys.TryGetValue(prefix, out var heat))
        {
            if (keys.Count == MaxKeys)
                ForgetColdest();
            keys.Add(prefix, heat = new KeyHeat(charge.Text()));
        }

        partitions.Find(charge.Key).Note(isWrite, charge.Key, heat, charge.Units, now);
        return heat;
    }

    private void ForgetColdest()
    {
        foreach (var prefix in keys.OrderBy(static entry => entry.Value.Heat).Take(MaxKeys / 2).Select(static entry => entry.Key).ToList())
            keys.Remove(prefix);
    }
}
