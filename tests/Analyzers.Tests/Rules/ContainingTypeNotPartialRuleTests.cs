using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class ContainingTypeNotPartialRuleTests
{
    [Fact]
    public Task ContainingType_OfSeveralItemTypes_IsReportedOnceAndMadePartial() => Rule.FixesAsync<TypeNotPartialFixer>(
        """
        public static class {|DTK0002:Model|}
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
        """,
        """
        public static partial class Model
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
        """);

    [Fact]
    public Task ContainingType_ThatIsPartial_IsAllowed() => Rule.AllowsAsync(
        """
        public static partial class Model
        {
            [DynamoMap]
            public sealed partial class A
            {
                public int X { get; set; }
            }
        }
        """);
}
