using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class TypeNotPartialRuleTests
{
    [Fact]
    public Task Type_OfEveryKind_IsReportedAndMadePartial() => Rule.FixesAsync<TypeNotPartialFixer>(
        """
        /// <summary>Doc comments stay.</summary>
        [DynamoTable("table-a")]
        public sealed class {|DTK0001:A|}
        {
            [PartitionKey]
            public required string Id { get; init; }
        }

        [DynamoTable("table-b")]
        record {|DTK0001:B|}([property: PartitionKey] string Id);

        [DynamoMap]
        public readonly record struct {|DTK0001:C|}(int X);

        // So do others.
        [DynamoMap] struct {|DTK0001:D|}
        {
            public int X { get; set; }
        }
        """,
        """
        /// <summary>Doc comments stay.</summary>
        [DynamoTable("table-a")]
        public sealed partial class A
        {
            [PartitionKey]
            public required string Id { get; init; }
        }

        [DynamoTable("table-b")]
        partial record B([property: PartitionKey] string Id);

        [DynamoMap]
        public readonly partial record struct C(int X);

        // So do others.
        [DynamoMap] partial struct D
        {
            public int X { get; set; }
        }
        """);

    [Fact]
    public Task Type_InsideOthers_IsMadePartialWithThem() => Rule.FixesAsync<TypeNotPartialFixer>(
        """
        public static class {|DTK0002:Outer|}
        {
            public class {|DTK0002:Inner|}
            {
                [DynamoMap]
                public sealed class {|DTK0001:A|}
                {
                    public int X { get; set; }
                }

                [DynamoMap]
                public sealed class {|DTK0001:B|}
                {
                    public int X { get; set; }
                }
            }
        }
        """,
        """
        public static partial class Outer
        {
            public partial class Inner
            {
                [DynamoMap]
                public sealed partial class A
                {
                    public int X { get; set; }
                }

                [DynamoMap]
                public sealed partial class B
                {
                    public int X { get; set; }
                }
            }
        }
        """);

    [Fact]
    public Task Type_WithoutAttributes_IsLeftAlone() => Rule.AllowsAsync(
        """
        public sealed class Run
        {
            public required string Id { get; init; }
        }
        """);
}
