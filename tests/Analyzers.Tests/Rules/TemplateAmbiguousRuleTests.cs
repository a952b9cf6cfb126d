using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class TemplateAmbiguousRuleTests
{
    [Fact]
    public Task Parts_SideBySide_AreReportedAndSeparated() => Rule.FixesAsync<TemplateAmbiguousFixer>(
        """
        [DynamoTable("table-a")]
        [PartitionKey({|DTK1009:"{Tenant}{User}"|}), SortKey({|DTK1009:"{Day}{Number}"|})]
        public sealed partial class A
        {
            public required string Tenant { get; init; }

            public required string User { get; init; }

            public DayOfWeek Day { get; init; }

            public int Number { get; init; }
        }
        """,
        """
        [DynamoTable("table-a")]
        [PartitionKey("{Tenant}#{User}"), SortKey("{Day}#{Number}")]
        public sealed partial class A
        {
            public required string Tenant { get; init; }

            public required string User { get; init; }

            public DayOfWeek Day { get; init; }

            public int Number { get; init; }
        }
        """);

    [Fact]
    public Task Parts_WithAnotherSeparator_GetNoFix() => Rule.OffersNothingAsync<TemplateAmbiguousFixer>(
        """
        [DynamoTable("table-a")]
        [PartitionKey({|DTK1009:"{Tenant}-{User}"|})]
        public sealed partial class A
        {
            public required string Tenant { get; init; }

            public required string User { get; init; }
        }
        """);

    [Fact]
    public Task Parts_ThatEndOrHaveOneLength_AreAllowed() => Rule.AllowsAsync(
        """
        [DynamoTable("table-a")]
        [PartitionKey("{Id}{Number}{Tenant}"), SortKey("{Tenant}#-{User}")]
        public sealed partial class A
        {
            public Guid Id { get; init; }

            public int Number { get; init; }

            public required string Tenant { get; init; }

            public required string User { get; init; }
        }
        """);
}
