using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class StatementWithoutEffectRuleTests
{
    [Fact]
    public Task Statement_OfNoIndexOrWithoutSense_IsReported() => DesignRule.ReportsAsync(
        """
        [DynamoTable("events"), PartitionKey("{Id}"), GlobalIndex("byName", "{Name}")]
        [{|DTK3013:Workload(Index = "byNome", PeakWritesPerSecond = 1)|}]
        [{|DTK3013:Workload(PeakWritesPerSecond = -1)|}]
        [{|DTK3013:Workload(Index = "byName", IsTransactional = true)|}]
        [{|DTK3013:Cardinality(0)|}, {|DTK3013:Cardinality(1, Index = "byNome")|}]
        public sealed partial record Event(Guid Id, string Name);

        [DynamoTable("jobs"), PartitionKey("{Id}"), Workload(PeakWritesPerSecond = 1), {|DTK3013:Workload(HottestShare = 1.5)|}]
        public sealed partial record Job(Guid Id);

        [DynamoTable("tasks"), PartitionKey("{Id}"), Workload(PeakWritesPerSecond = 1), {|DTK3013:Workload(PeakReadsPerSecond = 1)|}]
        public sealed partial record Work(Guid Id);
        """);

    [Fact]
    public Task Statement_ThatIsUsed_IsAllowed() => DesignRule.AllowsAsync(
        """
        [DynamoTable("events"), PartitionKey("{Id}"), GlobalIndex("byName", "{Name}")]
        [Workload(PeakWritesPerSecond = 1), Workload(Index = "byName", PeakWritesPerSecond = 1, ChangesKey = true)]
        [Cardinality(1000), Cardinality(100, Index = "byName")]
        public sealed partial record Event(Guid Id, string Name);
        """);

    [Fact]
    public Task Statement_IsRemovedByTheFix() => DesignRule.FixesAsync<RemoveAttributeFixer>(
        """
        [DynamoTable("tasks"), PartitionKey("{Id}")]
        [{|DTK3013:Workload(Index = "byNome", PeakWritesPerSecond = 1)|}]
        public sealed partial record Work(Guid Id);
        """,
        """
        [DynamoTable("tasks"), PartitionKey("{Id}")]
        public sealed partial record Work(Guid Id);
        """);
}
