using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class TimeToLiveTypeRuleTests
{
    [Fact]
    public Task TimeToLive_OfAnotherType_IsReportedAndMadeATime() => Rule.FixesAsync<TimeToLiveTypeFixer>(
        """
        [DynamoTable("table-a")]
        public sealed partial class A
        {
            [PartitionKey]
            public required string Id { get; init; }

            [TimeToLive]
            public string? {|DTK0008:ExpiresAt|} { get; set; }
        }

        [DynamoTable("table-b")]
        public sealed partial class B
        {
            [PartitionKey]
            public required string Id { get; init; }

            [TimeToLive] public double {|DTK0008:ExpiresAt|} { get; set; }
        }
        """,
        """
        [DynamoTable("table-a")]
        public sealed partial class A
        {
            [PartitionKey]
            public required string Id { get; init; }

            [TimeToLive]
            public DateTimeOffset? ExpiresAt { get; set; }
        }

        [DynamoTable("table-b")]
        public sealed partial class B
        {
            [PartitionKey]
            public required string Id { get; init; }

            [TimeToLive] public DateTimeOffset? ExpiresAt { get; set; }
        }
        """);

    [Fact]
    public Task TimeToLive_WithADefaultValue_GetsNoFix() => Rule.OffersNothingAsync<TimeToLiveTypeFixer>(
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            [TimeToLive]
            public string {|DTK0008:ExpiresAt|} { get; set; } = "never";
        }
        """);

    [Fact]
    public Task TimeToLive_AsTimeOrSeconds_IsAllowed() => Rule.AllowsAsync(
        """
        [DynamoTable("table-a")]
        public sealed partial class A
        {
            [PartitionKey]
            public required string Id { get; init; }

            [TimeToLive]
            public DateTimeOffset ExpiresAt { get; set; }
        }

        [DynamoTable("table-b")]
        public sealed partial class B
        {
            [PartitionKey]
            public required string Id { get; init; }

            [TimeToLive]
            public DateTime? ExpiresAt { get; set; }
        }

        [DynamoTable("table-c")]
        public sealed partial class C
        {
            [PartitionKey]
            public required string Id { get; init; }

            [TimeToLive]
            public long? ExpiresAt { get; set; }
        }

        [DynamoTable("table-d")]
        public sealed partial class D
        {
            [PartitionKey]
            public required string Id { get; init; }

            [TimeToLive]
            public uint ExpiresAt { get; set; }
        }
        """);
}
