using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class DuplicateAttributeNameRuleTests
{
    [Fact]
    public Task Name_ThatIsTakenTwice_IsReportedAndGivenBackWhereTheDefaultIsFree() => Rule.FixesAsync<DuplicateAttributeNameFixer>(
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            public string? Name { get; set; }

            [DynamoAttribute("name")]
            public string? {|DTK0006:Title|} { get; set; }
        }
        """,
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            public string? Name { get; set; }

            public string? Title { get; set; }
        }
        """);

    [Fact]
    public Task Name_WhoseFixIsNotPlain_GetsNone() => Rule.OffersNothingAsync<DuplicateAttributeNameFixer>(
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            public string? Name { get; set; }

            [DynamoAttribute("name", EnumStorage = EnumStorage.Number)]
            public DayOfWeek {|DTK0006:Day|} { get; set; }

            [DynamoAttribute("title")]
            public string? Label { get; set; }

            [DynamoAttribute("name")]
            public string? {|DTK0006:Title|} { get; set; }

            public string? {|DTK0006:NAME|} { get; set; }
        }
        """);

    [Fact]
    public Task Member_ThatOverridesAnother_IsNoDuplicate() => Rule.AllowsAsync(
        """
        public abstract class Entity
        {
            public virtual string? Name { get; set; }
        }

        [DynamoTable("runs")]
        public sealed partial class Run : Entity
        {
            [PartitionKey]
            public required string Id { get; init; }

            public override string? Name { get; set; }

            [DynamoIgnore]
            public string? NAME { get; set; }
        }
        """);
}
