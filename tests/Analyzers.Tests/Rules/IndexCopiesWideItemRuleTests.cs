namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class IndexCopiesWideItemRuleTests
{
    [Fact]
    public Task Index_OfLargeBusyItems_IsReported() => DesignRule.ReportsAsync(
        """
        [DynamoTable("posts"), PartitionKey("{Id}"), Workload(PeakWritesPerSecond = 50, ItemBytes = 1025)]
        [{|DTK3023:GlobalIndex("byAuthor", "{Author}")|}]
        [GlobalIndex("byEditor", "{Editor}", Projection = IndexProjection.KeysOnly)]
        public sealed partial record Post(Guid Id, string Author, string Editor);
        """);

    [Fact]
    public Task Index_OfSmallOrIdleItems_IsAllowed() => DesignRule.AllowsAsync(
        """
        [DynamoTable("posts"), PartitionKey("{Id}"), Workload(PeakWritesPerSecond = 50, ItemBytes = 1024)]
        [GlobalIndex("byAuthor", "{Author}")]
        public sealed partial record Post(Guid Id, string Author);

        [DynamoTable("pages"), PartitionKey("{Id}"), Workload(PeakReadsPerSecond = 50, ItemBytes = 5000)]
        [GlobalIndex("byAuthor", "{Author}")]
        public sealed partial record Page(Guid Id, string Author);
        """);
}
