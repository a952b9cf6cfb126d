using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class KeyOnMapRuleTests
{
    [Fact]
    public Task Attributes_OnAMap_AreReportedAndRemoved() => Rule.FixesAsync<RemoveAttributeFixer>(
        """
        [DynamoMap]
        [{|DTK1014:GlobalIndex("byCity", "{City}")|}, {|DTK1014:SortKey("A")|}]
        public sealed partial class Address
        {
            [{|DTK1014:PartitionKey|}]
            public required string City { get; init; }

            [DynamoAttribute("until"), {|DTK1014:TimeToLive|}]
            public DateTimeOffset Until { get; set; }
        }
        """,
        """
        [DynamoMap]
        public sealed partial class Address
        {
            public required string City { get; init; }

            [DynamoAttribute("until")]
            public DateTimeOffset Until { get; set; }
        }
        """);

    [Fact]
    public Task Attributes_OfValues_AreAllowed() => Rule.AllowsAsync(
        """
        [DynamoMap]
        public sealed partial class Address
        {
            [DynamoAttribute("c")]
            public required string City { get; init; }

            [DynamoIgnore]
            public object? Cache { get; set; }
        }
        """);
}
