using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class MemberNotStorableRuleTests
{
    [Fact]
    public Task Attribute_OnAMemberThatCannotBeStored_IsReportedAndRemoved() => Rule.FixesAsync<MemberNotStorableFixer>(
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            [DynamoAttribute("s")]
            public static string {|DTK0013:Shared|} { get; set; } = "";

            [DynamoAttribute("c")]
            public const int {|DTK0013:Constant|} = 1;

            [DynamoAttribute("w")]
            public int {|DTK0013:WriteOnly|}
            {
                set => Console.Write(value);
            }

            [DynamoIgnore, TimeToLive]
            public DateTimeOffset {|DTK0013:Ignored|} { get; set; }
        }
        """,
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            public static string Shared { get; set; } = "";

            public const int Constant = 1;

            public int WriteOnly
            {
                set => Console.Write(value);
            }

            [DynamoIgnore]
            public DateTimeOffset Ignored { get; set; }
        }
        """);

    [Fact]
    public Task PartitionKey_ThatCannotBeStored_IsReportedOnce() => Rule.ReportsAsync(
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public static string {|DTK0013:Id|} { get; set; } = "";
        }
        """);

    [Fact]
    public Task Member_WithoutAttribute_IsPassedOver() => Rule.AllowsAsync(
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            public static string Shared { get; set; } = "";

            public string this[int index] => Id + index;

            private int secret;

            public int Next() => secret++;
        }
        """);
}
