using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class DefaultValueTypeRuleTests
{
    [Fact]
    public Task Default_OfAnotherType_IsReportedAndRemoved() => Rule.FixesAsync<RemoveAttributeFixer>(
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            [DynamoDefault("three")]
            public int {|DTK0019:Attempts|} { get; set; }

            [DynamoDefault(1), DynamoAttribute("n")]
            public string? {|DTK0019:Name|} { get; set; }

            [DynamoDefault(null)]
            public bool {|DTK0019:Flag|} { get; set; }
        }
        """,
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            public int Attempts { get; set; }

            [DynamoAttribute("n")]
            public string? Name { get; set; }

            public bool Flag { get; set; }
        }
        """);

    [Fact]
    public Task Default_ThatFitsOrCanBeParsed_IsAllowed() => Rule.AllowsAsync(
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            [DynamoDefault(3)]
            public long Attempts { get; set; }

            [DynamoDefault("none")]
            public string Name { get; set; } = "";

            [DynamoDefault("12.50")]
            public decimal Price { get; set; }

            [DynamoDefault(DayOfWeek.Monday)]
            public DayOfWeek? Day { get; set; }
        }
        """);

    [Fact]
    public Task Default_ThatIsNoValueOfTheType_IsReportedThoughItLooksLikeOne() => Rule.ReportsAsync(
        """
        [DynamoMap]
        public sealed partial class Settings
        {
            [DynamoDefault(300)]
            public byte {|DTK0019:TooLarge|} { get; set; }

            [DynamoDefault(-1)]
            public uint? {|DTK0019:Negative|} { get; set; }

            [DynamoDefault(1.5)]
            public int {|DTK0019:Fraction|} { get; set; }

            [DynamoDefault(double.NaN)]
            public long {|DTK0019:None|} { get; set; }

            [DynamoDefault(1e300)]
            public decimal {|DTK0019:Huge|} { get; set; }

            [DynamoDefault(1e300)]
            public float {|DTK0019:Infinite|} { get; set; }

            [DynamoDefault("1,5")]
            public decimal {|DTK0019:Comma|} { get; set; }

            [DynamoDefault("tomorrow")]
            public DateTimeOffset {|DTK0019:Time|} { get; set; }

            [DynamoDefault("2026-11-20T10:00")]
            public DateOnly {|DTK0019:Date|} { get; set; }

            [DynamoDefault("2026-11-20")]
            public TimeOnly {|DTK0019:Hour|} { get; set; }

            [DynamoDefault("none")]
            public Guid {|DTK0019:Id|} { get; set; }
        }
        """);

    [Fact]
    public Task Default_AtTheEndsOfAType_IsAllowed() => Rule.AllowsAsync(
        """
        [DynamoMap]
        public sealed partial class Settings
        {
            [DynamoDefault(255)]
            public byte Byte { get; set; }

            [DynamoDefault(ulong.MaxValue)]
            public ulong? Large { get; set; }

            [DynamoDefault(long.MinValue)]
            public long Small { get; set; }

            [DynamoDefault(3.0)]
            public int Whole { get; set; }

            [DynamoDefault(-1.25)]
            public decimal Quarter { get; set; }

            [DynamoDefault(double.NegativeInfinity)]
            public double Worst { get; set; }

            [DynamoDefault(float.NaN)]
            public double None { get; set; }

            [DynamoDefault("2026-11-20")]
            public DateOnly Date { get; set; }

            [DynamoDefault("10:30")]
            public TimeOnly Hour { get; set; }
        }
        """);
}
