using DynamoToolkit.CodeFixes.Rules;
using DynamoToolkit.TestKit;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class LambdaNotInScopeRuleTests
{
    private const string Types = """

        namespace Shop
        {
            [DynamoToolkit.DynamoTable("points")]
            public partial record struct Point([property: DynamoToolkit.PartitionKey] string Id, string? Name);

            [DynamoToolkit.DynamoTable("runs")]
            public sealed partial class Run
            {
                [DynamoToolkit.PartitionKey] public string Id { get; set; } = "";
                public string? Name { get; set; }
            }
        }
        """;

    [Fact]
    public Task File_WithoutTheUsing_GetsIt() => RuleVerifier<UseAnalyzer>.FixesAsync<LambdaNotInScopeFixer>(
        """
        using System;
        using DynamoToolkit;

        public static class Use
        {
            public static object Of(DynamoTable<Shop.Point> points) => points.Scan().{|DTK2005:Where|}(p => p.Name == "x").Limit(3);
        }

        """ + Types,
        """
        using System;
        using DynamoToolkit;
        using Shop;

        public static class Use
        {
            public static object Of(DynamoTable<Shop.Point> points) => points.Scan().Where(p => p.Name == "x").Limit(3);
        }

        """ + Types,
        mayHaveErrors: true);

    [Fact]
    public Task File_WithoutTheLibrary_GetsItsUsing() => RuleVerifier<UseAnalyzer>.FixesAsync<LambdaNotInScopeFixer>(
        """
        using System;

        public static class Use
        {
            public static object Of(DynamoToolkit.DynamoTable<Shop.Run> runs) => runs.Scan().{|DTK2005:Where|}(r => r.Name == "x");
        }

        """ + Types,
        """
        using System;
        using DynamoToolkit;

        public static class Use
        {
            public static object Of(DynamoToolkit.DynamoTable<Shop.Run> runs) => runs.Scan().Where(r => r.Name == "x");
        }

        """ + Types,
        mayHaveErrors: true);

    [Fact]
    public Task File_WithTheUsing_IsLeftToTheCompilerAndOtherRules() => RuleVerifier<UseAnalyzer>.ReportsAsync(
        """
        using DynamoToolkit;
        using Shop;

        public static class Use
        {
            public static object Of(DynamoTable<Point> points, DynamoTable<Run> runs) =>
                new object[] { points.Scan().Where(p => p.Name == "x"), points.Scan().Where(p => {|DTK2001:p.Name == 3|}),
                runs.Scan().Where(r => r.Nothing == "x") };
        }

        """ + Types,
        mayHaveErrors: true);
}
