using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class TemplateMemberUnknownRuleTests
{
    [Fact]
    public Task Name_ThatIsMisspelled_IsReportedAndCorrected() => Rule.FixesAsync<NearestMemberFixer>(
        """
        [DynamoTable("table-a")]
        [PartitionKey({|DTK1006:"RUN#{RunID}"|}), SortKey({|DTK1006:@"AT#{StartTme}"|})]
        [GlobalIndex("byName", "NAME#{Name}", sort: {|DTK1006:"{startTime}#{RunId}"|})]
        public sealed partial class Run
        {
            public required string RunId { get; init; }

            public long StartTime { get; init; }

            public string? Name { get; set; }
        }
        """,
        """
        [DynamoTable("table-a")]
        [PartitionKey("RUN#{RunId}"), SortKey(@"AT#{StartTime}")]
        [GlobalIndex("byName", "NAME#{Name}", sort: "{StartTime}#{RunId}")]
        public sealed partial class Run
        {
            public required string RunId { get; init; }

            public long StartTime { get; init; }

            public string? Name { get; set; }
        }
        """);

    [Fact]
    public Task Name_ThatIsNearToNoneOrToTwo_GetsNoFix() => Rule.OffersNothingAsync<NearestMemberFixer>(
        """
        [DynamoTable("table-a")]
        [PartitionKey({|DTK1006:"A#{PartX}"|}), SortKey({|DTK1006:"A#{Elsewhere}"|})]
        public sealed partial class A
        {
            public required string PartA { get; init; }

            public required string PartB { get; init; }
        }
        """);

    [Fact]
    public Task Name_OfAMemberThatIsNotStored_IsReported() => Rule.ReportsAsync(
        """
        [DynamoTable("table-a")]
        [PartitionKey({|DTK1006:"A#{Ignored}"|}), SortKey({|DTK1006:"A#{Shared}"|})]
        [GlobalIndex("byComputed", {|DTK1006:"{Computed}"|})]
        public sealed partial class A
        {
            public const string Shared = "";

            [DynamoIgnore]
            public string? Ignored { get; set; }

            public string Computed => Shared;
        }
        """);

    [Fact]
    public Task Name_OfAnInheritedMemberOrConstantText_IsAllowed() => Rule.AllowsAsync(
        """
        public abstract class Entity
        {
            public required string Id { get; init; }
        }

        [DynamoTable("table-a")]
        [PartitionKey("A#{Id}"), SortKey("{{Id}}")]
        public sealed partial class A : Entity;
        """);
}
