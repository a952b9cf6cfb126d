using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class MissingInOlderItemsRuleTests
{
    [Fact]
    public Task ValueMember_OfATypeThatHasADefaultAlready_IsReportedAndGetsOne() => Rule.FixesAsync<MissingInOlderItemsFixer>(
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            [DynamoDefault(1)]
            public int Version { get; set; }

            public int {|DTK0060:Attempts|} { get; set; }

            public bool {|DTK0060:IsPinned|} { get; init; }

            public decimal {|DTK0060:Price|} { get; set; }

            public DayOfWeek {|DTK0060:Day|} { get; set; }
        }
        """,
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            [DynamoDefault(1)]
            public int Version { get; set; }

            [DynamoDefault(0)]
            public int Attempts { get; set; }

            [DynamoDefault(false)]
            public bool IsPinned { get; init; }

            [DynamoDefault(0)]
            public decimal Price { get; set; }

            [DynamoDefault(DayOfWeek.Sunday)]
            public DayOfWeek Day { get; set; }
        }
        """);

    [Fact]
    public Task ValueMember_OfATypeWithExtraAttributesOrAnObsoleteMember_IsReported() => Rule.ReportsAsync(
        """
        [DynamoMap]
        public sealed partial class Settings
        {
            public DateTimeOffset {|DTK0060:At|} { get; set; }

            [DynamoExtra]
            public ExtraAttributes? Extra { get; set; }
        }

        [DynamoMap]
        public sealed partial class Size
        {
            [Obsolete]
            public int? Old { get; set; }

            public double {|DTK0060:New|} { get; set; }
        }
        """);

    [Fact]
    public Task Value_WithoutAConstant_HasNoFix() => Rule.OffersNothingAsync<MissingInOlderItemsFixer>(
        """
        [DynamoMap]
        public sealed partial class Settings
        {
            [DynamoDefault(1)]
            public int Version { get; set; }

            public Guid {|DTK0060:Id|} { get; set; }
        }
        """);

    [Fact]
    public Task Member_ThatEveryItemHasOrThatHasAValue_IsAllowed() => Rule.AllowsAsync(
        """
        [DynamoTable("runs"), SortKey("{Step}")]
        public sealed partial class Run(int size)
        {
            [PartitionKey]
            public int Id { get; init; }

            [DynamoDefault(1)]
            public int Version { get; set; }

            public long Step { get; init; }

            public int Size { get; } = size;

            public required int Needed { get; init; }

            public int? Maybe { get; set; }

            public int Own { get; set; } = 7;

            public string Text { get; set; } = null!;

            [DynamoIgnore]
            public int NotStored { get; set; }
        }
        """);

    [Fact]
    public Task Type_WithAPolicy_OrWithoutSignsOfChange_IsAllowed() => Rule.AllowsAsync(
        """
        [DynamoMap, DynamoMissing(MissingAttributes.Throw)]
        public sealed partial class Strict
        {
            [DynamoDefault(1)]
            public int Version { get; set; }

            public int Size { get; set; }
        }

        [DynamoMap, DynamoCompatible(Compatibility.DynamoDBContext)]
        public sealed partial class Shared
        {
            public int Size { get; set; }
        }

        [DynamoMap]
        public sealed partial class Plain
        {
            public int Size { get; set; }
        }
        """);
}
