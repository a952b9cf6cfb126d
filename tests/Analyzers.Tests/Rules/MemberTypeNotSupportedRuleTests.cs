using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class MemberTypeNotSupportedRuleTests
{
    [Fact]
    public Task Member_OfATypeDynamoDbDoesNotKnow_IsReportedAndLeftOut() => Rule.FixesAsync<MemberTypeNotSupportedFixer>(
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            public object? {|DTK0005:Payload|} { get; set; }

            /// <summary>Who is told.</summary>
            public Action? {|DTK0005:Callback|} { get; set; }

            public Dictionary<double, string>? {|DTK0005:ByNumber|} { get; set; }

            public List<IComparable>? {|DTK0005:Values|} { get; set; }

            public int[,]? {|DTK0005:Grid|} { get; set; }
        }
        """,
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            [DynamoIgnore]
            public object? Payload { get; set; }

            /// <summary>Who is told.</summary>
            [DynamoIgnore]
            public Action? Callback { get; set; }

            [DynamoIgnore]
            public Dictionary<double, string>? ByNumber { get; set; }

            [DynamoIgnore]
            public List<IComparable>? Values { get; set; }

            [DynamoIgnore]
            public int[,]? Grid { get; set; }
        }
        """);

    [Fact]
    public Task Member_ThatIsRequiredMarkedOrAParameter_GetsNoFix() => Rule.OffersNothingAsync<MemberTypeNotSupportedFixer>(
        """
        [DynamoTable("runs")]
        public sealed partial record Run([property: PartitionKey] string Id, object {|DTK0005:Parameter|})
        {
            public required object {|DTK0005:Required|} { get; init; }

            [DynamoAttribute("m")]
            public object? {|DTK0005:Marked|} { get; set; }
        }
        """);

    [Fact]
    public Task Member_InKeyOrTemplate_IsReportedOnce() => Rule.ReportsAsync(
        """
        [DynamoTable("runs")]
        [SortKey("AT#{At}")]
        [GlobalIndex("byAt", "{At}", Include = ["At"])]
        public sealed partial class Run
        {
            [PartitionKey]
            public required object {|DTK0005:Id|} { get; init; }

            public required IComparable {|DTK0005:At|} { get; init; }
        }
        """);

    [Fact]
    public Task Member_OfEverySupportedType_IsAllowed() => Rule.AllowsAsync(
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            public bool Flag { get; set; }

            public ulong? Big { get; set; }

            public decimal Exact { get; set; }

            public DayOfWeek Day { get; set; }

            public Guid Guid { get; set; }

            public DateTimeOffset? At { get; set; }

            public TimeSpan Duration { get; set; }

            public byte[]? Bytes { get; set; }

            public ReadOnlyMemory<byte> Memory { get; set; }

            public HashSet<string> Tags { get; set; } = [];

            public Dictionary<string, List<int?>> Values { get; set; } = [];

            public Dictionary<string, string>[]? Rows { get; set; }
        }
        """);
}
