using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class IndexIncludeUnknownRuleTests
{
    [Fact]
    public Task Member_ThatIsMisspelled_IsReportedAndCorrected() => Rule.FixesAsync<NearestMemberFixer>(
        """
        [DynamoTable("table-a")]
        [GlobalIndex("byName", "{Name}", Include = [{|DTK1011:"StartTme"|}, "Name", {|DTK1011:"tags"|}])]
        public sealed partial class A
        {
            [PartitionKey]
            public required string Id { get; init; }

            public string? Name { get; set; }

            public long StartTime { get; set; }

            public List<string> Tags { get; set; } = [];
        }
        """,
        """
        [DynamoTable("table-a")]
        [GlobalIndex("byName", "{Name}", Include = ["StartTime", "Name", "Tags"])]
        public sealed partial class A
        {
            [PartitionKey]
            public required string Id { get; init; }

            public string? Name { get; set; }

            public long StartTime { get; set; }

            public List<string> Tags { get; set; } = [];
        }
        """);

    [Fact]
    public Task Member_ThatIsNowhere_GetsNoFix() => Rule.OffersNothingAsync<NearestMemberFixer>(
        """
        [DynamoTable("table-a")]
        [{|DTK1011:GlobalIndex("byName", "{Name}", Include = [nameof(Nowhere)])|}]
        public sealed partial class A
        {
            [PartitionKey]
            public required string Id { get; init; }

            public string? Name { get; set; }

            public static int Nowhere => 0;
        }
        """);

    [Fact]
    public Task Member_ThatIsStored_IsAllowed() => Rule.AllowsAsync(
        """
        [DynamoTable("table-a")]
        [GlobalIndex("byName", "{Name}", Include = [nameof(StartTime)])]
        public sealed partial class A
        {
            [PartitionKey]
            public required string Id { get; init; }

            public string? Name { get; set; }

            public long StartTime { get; set; }
        }
        """);
}
