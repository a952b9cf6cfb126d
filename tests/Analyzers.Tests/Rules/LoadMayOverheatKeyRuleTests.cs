namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class LoadMayOverheatKeyRuleTests
{
    [Fact]
    public Task Load_ThatFitsOnlyIfKeysAreEvenlyBusy_IsASuggestion() => DesignRule.ReportsAsync(
        """
        public enum Stage { Open, Paid, Packed, Sent, Done }

        [DynamoTable("orders"), PartitionKey("{Id}"), GlobalIndex("byStage", "{Stage}", "{Id}")]
        [{|DTK3011:Workload(Index = "byStage", PeakWritesPerSecond = 1200, ItemBytes = 300, ChangesKey = true)|}]
        public sealed partial record Order(Guid Id, Stage Stage);

        [DynamoTable("tasks"), PartitionKey("{TenantId}"), SortKey("{Id}")]
        [{|DTK3011:Workload(PeakWritesPerSecond = 3000, ItemBytes = 1800)|}]
        public sealed partial record Work(string TenantId, Guid Id);
        """);

    [Fact]
    public Task Load_ThatFitsWithASkew_IsAllowed() => DesignRule.AllowsAsync(
        """
        public enum Stage { Open, Paid, Packed, Sent, Done }

        [DynamoTable("orders"), PartitionKey("{Id}"), GlobalIndex("byStage", "{Stage}", "{Id}")]
        [Workload(Index = "byStage", PeakWritesPerSecond = 400, ItemBytes = 300, ChangesKey = true)]
        public sealed partial record Order(Guid Id, Stage Stage);

        [DynamoTable("tasks"), PartitionKey("{TenantId}"), SortKey("{Id}")]
        [Workload(PeakWritesPerSecond = 2000, ItemBytes = 1800)]
        public sealed partial record Work(string TenantId, Guid Id);
        """);

    [Fact]
    public Task Message_SaysWhatIsAssumed() => DesignRule.SaysAsync(
        """
        [DynamoTable("tasks"), PartitionKey("{TenantId}"), SortKey("{Id}")]
        [Workload(PeakWritesPerSecond = 3000, ItemBytes = 1800)]
        public sealed partial record Work(string TenantId, Guid Id);
        """,
        "The load on the partition key of 'Work' may be more than one partition takes: 3,000 writes/s × 2 units (1,800 bytes) "
        + "× 19.3 % on the busiest of assumed 100 keys, assuming a usual skew = 1,157 units/s, but 1,000 is the limit; "
        + "state HottestShare in [Workload] if you know it, or spread the key over 2 shards with [WriteSharded(2)]");
}
