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
    public Task Message_NamesTheWayOutOfFormatsAndPaths() => Rule.SaysAsync(
        """
        [DynamoTable("table-a")]
        [PartitionKey("A#{Number:D5}"), SortKey("A#{Owner.Id}")]
        public sealed partial class A
        {
            public int Number { get; init; }

            public required string Owner { get; init; }
        }
        """,
        "Template 'A#{Number:D5}' names 'Number:D5', which has a format; name the member alone, in the form that keys have, or one that "
        + "returns the text",
        "Template 'A#{Owner.Id}' names 'Owner.Id', which is a path; name a member of the type itself, such as one that returns the value");

    /// <summary>The way out that the page of the rule names.</summary>
    [Fact]
    public Task Name_OfAStoredMemberThatReturnsTheText_IsAllowed() => Rule.AllowsAsync(
        """
        [DynamoTable("table-a")]
        [PartitionKey("A#{Padded}")]
        public sealed partial class A
        {
            public int Number { get; init; }

            [DynamoAttribute]
            public string Padded => Number.ToString("D5", System.Globalization.CultureInfo.InvariantCulture);
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
