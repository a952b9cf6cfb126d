using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class LoadOverheatsKeyRuleTests
{
    [Fact]
    public Task Load_OnTheCurrentDay_IsComputedToTheUnit() => DesignRule.SaysAsync(
        """
        [DynamoTable("aaa"), PartitionKey("{Day}"), SortKey("{Id}"), Workload(PeakWritesPerSecond = 900, ItemBytes = 1434)]
        public sealed partial record A(DateOnly Day, Guid Id);
        """,
        "The load on the partition key of 'A' is more than one partition takes: "
        + "900 writes/s × 2 units (1,434 bytes) on the current key = 1,800 units/s, but 1,000 is the limit; "
        + "spread it over 3 shards with [WriteSharded(3)], or add a member with many values to the key");

    [Fact]
    public Task Load_OfReads_CountsHalfUnitsUnlessConsistent() => DesignRule.ReportsAsync(
        """
        [DynamoTable("aaa"), PartitionKey("ALL"), SortKey("{Id}")]
        [{|DTK3010:Workload(PeakReadsPerSecond = 4000, ItemBytes = 6000, IsConsistent = true)|}]
        public sealed partial record A(Guid Id);

        [DynamoTable("bbb"), PartitionKey("ALL"), SortKey("{Id}")]
        [{|DTK3010:Workload(PeakReadsPerSecond = 4000, ItemBytes = 6000)|}]
        public sealed partial record B(Guid Id);

        [DynamoTable("ccc"), PartitionKey("ALL"), SortKey("{Id}")]
        [Workload(PeakReadsPerSecond = 3000, ItemBytes = 6000)]
        public sealed partial record C(Guid Id);
        """);

    [Fact]
    public Task Load_OnShards_NamesTheNumberForAllOfIt() => DesignRule.SaysAsync(
        """
        [DynamoTable("aaa"), PartitionKey("ALL"), SortKey("{Id}"), WriteSharded(4, By = nameof(Id))]
        [Workload(PeakWritesPerSecond = 8000, ItemBytes = 100)]
        public sealed partial record A(Guid Id);
        """,
        "The load on the partition key of 'A' is more than one partition takes: "
        + "8,000 writes/s × 1 unit (100 bytes) × 25 % on the one key, in 4 shards = 2,000 units/s, but 1,000 is the limit; "
        + "spread it over 12 shards with [WriteSharded(12)], or add a member with many values to the key");

    [Fact]
    public Task Load_OfABaseClass_CountsForTheTypesBelow_AndTheNearestWins() => DesignRule.ReportsAsync(
        """
        [PartitionKey("ALL"), SortKey("{Id}"), {|DTK3010:Workload(PeakWritesPerSecond = 4000, ItemBytes = 100)|}]
        public abstract class Base
        {
            public Guid Id { get; init; }
        }

        [DynamoTable("aaa")]
        public sealed partial class A : Base;

        [DynamoTable("bbb"), Workload(PeakWritesPerSecond = 10, ItemBytes = 100)]
        public sealed partial class B : Base;

        [DynamoTable("ccc"), Cardinality(5000)]
        public sealed partial class C : Base;
        """);

    [Fact]
    public Task Load_AtTheLimit_IsAllowed() => DesignRule.ReportsAsync(
        """
        [DynamoTable("aaa"), PartitionKey("ALL"), SortKey("{Id}"), Workload(PeakWritesPerSecond = 1000, ItemBytes = 1024)]
        public sealed partial record A(Guid Id);

        [DynamoTable("bbb"), PartitionKey("ALL"), SortKey("{Id}"), {|DTK3010:Workload(PeakWritesPerSecond = 1001, ItemBytes = 1024)|}]
        public sealed partial record B(Guid Id);

        [DynamoTable("ccc"), PartitionKey("ALL"), SortKey("{Id}")]
        [{|DTK3010:Workload(PeakWritesPerSecond = 501, ItemBytes = 1024, IsTransactional = true)|}]
        public sealed partial record C(Guid Id);

        [DynamoTable("ddd"), PartitionKey("{Id}"), SortKey("{At}")]
        [Workload(PeakWritesPerSecond = 39000, ItemBytes = 1024)]
        public sealed partial record D(Guid Id, DateTimeOffset At);
        """);

    [Fact]
    public Task Load_OnAnIndex_IsThatOfItsTableOrItsOwn() => DesignRule.ReportsAsync(
        """
        public enum Color { Red, Green }

        [DynamoTable("aaa"), PartitionKey("{Id}"), GlobalIndex("byColor", "{Color}", "{Id}")]
        [{|DTK3010:Workload(PeakWritesPerSecond = 2100, ItemBytes = 300)|}]
        public sealed partial record A(Guid Id, Color Color);

        [DynamoTable("bbb"), PartitionKey("{Id}"), GlobalIndex("byColor", "{Color}", "{Id}")]
        [Workload(PeakWritesPerSecond = 2100, ItemBytes = 300)]
        [{|DTK3010:Workload(Index = "byColor", PeakWritesPerSecond = 1001, ChangesKey = true)|}]
        public sealed partial record B(Guid Id, Color Color);

        [DynamoTable("ccc"), PartitionKey("{Id}"), GlobalIndex("byColor", "{Color}", "{Id}", Projection = IndexProjection.KeysOnly)]
        [Workload(PeakWritesPerSecond = 2100, ItemBytes = 300)]
        [Workload(Index = "byColor", PeakWritesPerSecond = 500)]
        public sealed partial record C(Guid Id, Color Color);
        """);

    [Fact]
    public Task Load_OverShardsOrWithAStatedShare_IsDivided() => DesignRule.ReportsAsync(
        """
        [DynamoTable("aaa"), PartitionKey("{TenantId}"), SortKey("{Id}")]
        [{|DTK3010:Workload(PeakWritesPerSecond = 3000, ItemBytes = 900, HottestShare = 0.5)|}]
        public sealed partial record A(string TenantId, Guid Id);

        [DynamoTable("bbb"), PartitionKey("{TenantId}"), SortKey("{Id}")]
        [Workload(PeakWritesPerSecond = 3000, ItemBytes = 900, HottestShare = 0.3)]
        public sealed partial record B(string TenantId, Guid Id);
        """);

    [Fact]
    public Task Limits_AreThoseOfTheConfiguration() => Task.WhenAll(
        DesignRule.AllowsAsync(
            """
            [DynamoTable("aaa"), PartitionKey("ALL"), SortKey("{Id}"), Workload(PeakWritesPerSecond = 1500, ItemBytes = 100)]
            public sealed partial record A(Guid Id);
            """,
            ("partition_write_units", "1500")),
        DesignRule.ReportsAsync(
            """
            [DynamoTable("aaa"), PartitionKey("ALL"), SortKey("{Id}"), {|DTK3010:Workload(PeakWritesPerSecond = 600, ItemBytes = 100)|}]
            public sealed partial record A(Guid Id);
            """,
            ("partition_write_units", "500")));

    [Fact]
    public Task LocalIndexes_AreInTheSamePartition() => DesignRule.SaysAsync(
        """
        [DynamoTable("aaa"), PartitionKey("{Day}"), SortKey("{Id}"), LocalIndex("byName", "{Name}")]
        [Workload(PeakWritesPerSecond = 600, ItemBytes = 1000)]
        public sealed partial record A(DateOnly Day, Guid Id, string Name);
        """,
        "The load on the partition key of 'A' is more than one partition takes: "
        + "600 writes/s × (1 unit + 1 of local indexes) (1,000 bytes) on the current key = 1,200 units/s, but 1,000 is the limit; "
        + "spread it over 2 shards with [WriteSharded(2)], or add a member with many values to the key");

    [Fact]
    public Task Load_InShards_IsThatOfOne() => DesignRule.ReportsAsync(
        """
        [DynamoTable("aaa"), PartitionKey("{Day}"), SortKey("{Id}"), WriteSharded(2, By = nameof(Id))]
        [{|DTK3010:Workload(PeakWritesPerSecond = 2001, ItemBytes = 900)|}]
        public sealed partial record A(DateOnly Day, Guid Id);

        [DynamoTable("bbb"), PartitionKey("{Day}"), SortKey("{Id}"), WriteSharded(2, By = nameof(Id))]
        [Workload(PeakWritesPerSecond = 2000, ItemBytes = 900)]
        public sealed partial record B(DateOnly Day, Guid Id);
        """);

    [Fact]
    public Task Key_IsShardedByTheFix() => DesignRule.FixesAsync<WriteShardedFixer>(
        """
        [DynamoTable("aaa"), PartitionKey("{Day}"), SortKey("{Id}")]
        [{|DTK3010:Workload(PeakWritesPerSecond = 900, ItemBytes = 1434)|}]
        public sealed partial record A(DateOnly Day, Guid Id);

        [DynamoTable("bbb"), PartitionKey("{Id}"), GlobalIndex("all", "ALL", "{Id}")]
        [{|DTK3010:Workload(Index = "all", PeakWritesPerSecond = 1200, ItemBytes = 100)|}]
        public sealed partial record B(Guid Id);
        """,
        """
        [WriteSharded(3, By = nameof(Id))]
        [DynamoTable("aaa"), PartitionKey("{Day}"), SortKey("{Id}")]
        [Workload(PeakWritesPerSecond = 900, ItemBytes = 1434)]
        public sealed partial record A(DateOnly Day, Guid Id);

        [WriteSharded(2, Index = "all")]
        [DynamoTable("bbb"), PartitionKey("{Id}"), GlobalIndex("all", "ALL", "{Id}")]
        [Workload(Index = "all", PeakWritesPerSecond = 1200, ItemBytes = 100)]
        public sealed partial record B(Guid Id);
        """);

    [Fact]
    public Task Key_ThatCantBeSharded_GetsNoFix() => DesignRule.OffersNothingAsync<WriteShardedFixer>(
        """
        [DynamoTable("aaa"), PartitionKey("{Day}"), SortKey("{At}")]
        [{|DTK3010:Workload(PeakWritesPerSecond = 900, ItemBytes = 1434)|}]
        public sealed partial record A(DateOnly Day, DateTimeOffset At);

        [DynamoTable("bbb"), PartitionKey("{Day}"), SortKey("{Id}"), LocalIndex("byName", "{Name}")]
        [{|DTK3010:Workload(PeakWritesPerSecond = 1200, ItemBytes = 900)|}]
        public sealed partial record B(DateOnly Day, Guid Id, string Name);
        """);
}
