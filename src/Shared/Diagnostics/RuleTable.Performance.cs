namespace DynamoToolkit.Shared.Diagnostics;

// Hot keys and cost: 3xxx. Only stated loads make warnings.
internal static partial class RuleTable
{
    public static RuleSpec LowCardinalityKey { get; } = Info("DTK3001", "Partition key has few values",
        "Items of '{type}' share {values} partition keys{cause}, and each may throttle above about {limit} write units a second{growth}; "
        + "add a member with many values to the key, or state the load with [Workload]");
    public static RuleSpec ConstantKey { get; } = Info("DTK3002", "All items have one partition key",
        "All items of '{type}' have the same partition key, which may throttle above about {limit} write units a second{growth}; "
        + "put a member into the template '{template}', or state the load with [Workload]");
    public static RuleSpec TimeBucketKey { get; } = Info("DTK3003", "Current period takes all writes",
        "The partition key of '{type}' is built from '{member}', so all new items have the current one, "
        + "which may throttle above about {limit} write units a second{growth}; add a member with many values, "
        + "or state the load with [Workload]");
    public static RuleSpec MomentAsKey { get; } = Info("DTK3004", "Partition key is a moment",
        "The partition key of '{type}' is the time '{member}': {reason}; "
        + "begin the key with an id, and let the time be the sort key");
    public static RuleSpec IndexPushesBack { get; } = Info("DTK3005", "Index slows the table down",
        "Index '{index}' has {keys}, and when one of them throttles, so do the writes to the table{growth}; "
        + "add a member with many values to its key, make it sparse, or state the load with [Workload]");
    public static RuleSpec CollectionUnbounded { get; } = Info("DTK3006", "Items with one partition key can outgrow 10 GB",
        "'{type}' has the local index '{index}', so all items with one partition key may have 10 GB together{estimate}, "
        + "and nothing bounds them; use a global index, a time to live, or state ItemsPerKey in [Workload]");
    public static RuleSpec LoadOverheatsKey { get; } = Warning("DTK3010", "Stated load overheats a key",
        "The load on {key} is more than one partition takes: {sum}, but {limit} is the limit{growth}; "
        + "spread it over {shards} shards with [WriteSharded({shards})], or add a member with many values to the key");
    public static RuleSpec LoadMayOverheatKey { get; } = Info("DTK3011", "Load overheats a key if it is skewed",
        "The load on {key} may be more than one partition takes: {sum}, but {limit} is the limit; "
        + "state HottestShare in [Workload] if you know it, or spread the key over {shards} shards with [WriteSharded({shards})]");
    public static RuleSpec LoadOverTableQuota { get; } = Warning("DTK3012", "Stated load is over the table's quota",
        "The load on '{type}' is {sum}, and a table takes {limit} by default; ask AWS for a higher quota before the load arrives");
    public static RuleSpec StatementWithoutEffect { get; } = Warning("DTK3013", "Statement about load has no effect",
        "[{attribute}] has no effect: {reason}");
    public static RuleSpec ItemTooLarge { get; } = Warning("DTK3020", "Item can be larger than DynamoDB allows",
        "The declared lengths allow an item of '{type}' {count} bytes and more, but DynamoDB takes {limit}; "
        + "store '{member}' elsewhere, or in items of its own");
    public static RuleSpec MemberUnbounded { get; } = Info("DTK3021", "Nothing bounds a member of busy items",
        "Each write of '{type}' pays for the whole item, and nothing bounds '{member}'; "
        + "give it a [MaxLength], store its elements as items, or state ItemBytes in [Workload]");
    public static RuleSpec IndexKeyAlwaysChanges { get; } = Info("DTK3022", "Each write moves the item in an index",
        "'{member}' changes with each write and is part of the key of index '{index}', so each write deletes an entry and puts another; "
        + "use a member that changes rarely");
    public static RuleSpec IndexCopiesWideItem { get; } = Info("DTK3023", "Index copies large items",
        "Index '{index}' copies all of '{type}', so a write costs {units} more units ({bytes} bytes); "
        + "project only keys, or Include what its queries read");
    public static RuleSpec VersionsFillCollection { get; } = Warning("DTK3024", "Versions fill a collection that can't be split",
        "'{type}' keeps all versions under one partition key, and with the local index '{index}' they may have 10 GB together; "
        + "use a global index, or keep a limited number of versions");
    public static RuleSpec TenantNotInKey { get; } = Info("DTK3030", "Tenant is not in the key",
        "'{member}' is not part of the partition key of '{type}', so nothing in a key keeps tenants apart; "
        + "begin the key with it, so that access can be limited to it");
}
