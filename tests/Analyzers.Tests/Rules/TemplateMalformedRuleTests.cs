namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class TemplateMalformedRuleTests
{
    [Fact]
    public Task Template_WithBracesThatDoNotMatch_IsReported() => Rule.ReportsAsync(
        """
        [DynamoTable("table-a")]
        [PartitionKey({|DTK1007:"RUN#{Id"|}), SortKey({|DTK1007:"META}"|})]
        [GlobalIndex("one", {|DTK1007:""|}, {|DTK1007:"{}"|})]
        public sealed partial class A
        {
            public required string Id { get; init; }
        }
        """);

    [Fact]
    public Task Template_WithoutText_IsReportedAtTheAttribute() => Rule.ReportsAsync(
        """
        [DynamoTable("table-a")]
        [{|DTK1007:PartitionKey|}]
        public sealed partial class A
        {
            public required string Id { get; init; }
        }
        """);

    [Fact]
    public Task Template_WithDoubledBraces_IsAllowed() => Rule.AllowsAsync(
        """
        [DynamoTable("table-a")]
        [PartitionKey("{{{Id}#}}")]
        public sealed partial class A
        {
            public required string Id { get; init; }
        }
        """);
}
