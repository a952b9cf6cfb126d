using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class NullableKeyRuleTests
{
    [Fact]
    public Task Key_ThatCanBeNull_IsReportedAndMadeNonNullable() => Rule.FixesAsync<NullableKeyFixer>(
        """
        [DynamoTable("table-a")]
        [SortKey("{Tenant}#{Number}")]
        public sealed partial class A
        {
            [PartitionKey]
            public string? {|DTK1005:Id|} { get; set; }

            public string? {|DTK1005:Tenant|} { get; set; } = "";

            public int? {|DTK1005:Number|} { get; set; }
        }

        [DynamoTable("table-b")]
        public sealed partial record B([property: PartitionKey] string? {|DTK1005:Id|});
        """,
        """
        [DynamoTable("table-a")]
        [SortKey("{Tenant}#{Number}")]
        public sealed partial class A
        {
            [PartitionKey]
            public required string Id { get; set; }

            public string Tenant { get; set; } = "";

            public int Number { get; set; }
        }

        [DynamoTable("table-b")]
        public sealed partial record B([property: PartitionKey] string Id);
        """);

    [Fact]
    public Task Key_WithNullAsDefault_GetsNoFix() => Rule.OffersNothingAsync<NullableKeyFixer>(
        """
        [DynamoTable("table-b")]
        public sealed partial record B([property: PartitionKey] string? {|DTK1005:Id|} = null);
        """);

    [Fact]
    public Task Key_OfAnIndexOrWithoutNullableContext_IsAllowed() => Rule.AllowsAsync(
        """
        [DynamoTable("table-a")]
        [GlobalIndex("byName", "{Name}", "AGE#{Age}")]
        public sealed partial class A
        {
            [PartitionKey]
            public required string Id { get; init; }

            public string? Name { get; set; }

            public int? Age { get; set; }
        }

        #nullable disable
        [DynamoTable("table-b")]
        public sealed partial class B
        {
            [PartitionKey]
            public string Id { get; set; }
        }
        """);
}
