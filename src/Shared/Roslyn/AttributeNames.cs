namespace DynamoToolkit.Shared.Roslyn;

/// <summary>The runtime's attributes by metadata name: generator and analyzers know the runtime by its names only.</summary>
internal static class AttributeNames
{
    public const string Namespace = "DynamoToolkit";
    public const string Table = "DynamoTableAttribute";
    public const string Map = "DynamoMapAttribute";
    public const string PartitionKey = "PartitionKeyAttribute";
    public const string SortKey = "SortKeyAttribute";
    public const string Attribute = "DynamoAttributeAttribute";
    public const string Ignore = "DynamoIgnoreAttribute";
    public const string TimeToLive = "TimeToLiveAttribute";
    public const string ConcurrencyToken = "ConcurrencyTokenAttribute";
    public const string CreatedAt = "CreatedAtAttribute";
    public const string UpdatedAt = "UpdatedAtAttribute";
    public const string Retention = "RetentionAttribute";
    public const string Unique = "UniqueAttribute";
    public const string TrigramIndexed = "TrigramIndexedAttribute";
    public const string VersionControlled = "VersionControlledAttribute";
    public const string Version = "VersionAttribute";
    public const string LatestOnly = "LatestOnlyAttribute";
    public const string CreatedBy = "CreatedByAttribute";
    public const string UpdatedBy = "UpdatedByAttribute";
    public const string WriteShard = "WriteShardAttribute";
    public const string ShardedCounter = "ShardedCounterAttribute";
    public const string Materialize = "MaterializeAttribute";
    public const string MaterializedCount = "MaterializedCountAttribute";
    public const string GlobalIndex = "GlobalIndexAttribute";
    public const string LocalIndex = "LocalIndexAttribute";
    public const string Naming = "DynamoNamingAttribute";
    public const string Converter = "DynamoConverterAttribute";
    public const string Default = "DynamoDefaultAttribute";
    public const string Extra = "DynamoExtraAttribute";
    public const string Flatten = "DynamoFlattenAttribute";
    public const string Type = "DynamoTypeAttribute";
    public const string ViewOf = "ViewOfAttribute";
    public const string Missing = "DynamoMissingAttribute";
    public const string EnumName = "DynamoEnumNameAttribute";
    public const string Compatible = "DynamoCompatibleAttribute";
    public const string Cardinality = "CardinalityAttribute";
    public const string Workload = "WorkloadAttribute";
    public const string AllowScan = "AllowScanAttribute";
    public const string WriteSharded = "WriteShardedAttribute";
    public const string TableMetadataName = Namespace + "." + Table;
    public const string MapMetadataName = Namespace + "." + Map;

    /// <summary>The name as attributes are written: <c>PartitionKeyAttribute</c> → <c>PartitionKey</c>.</summary>
    public static string WithoutSuffix(string name) =>
        name.EndsWith(nameof(Attribute), StringComparison.Ordinal) ? name.Substring(0, name.Length - nameof(Attribute).Length) : name;
}
