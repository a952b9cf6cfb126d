using DynamoToolkit.TestKit;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DynamoToolkit.Analyzers.Tests;

/// <summary>Checks code that uses the AWS SDK itself, beside an item type that describes the table.</summary>
internal static class SdkRule
{
    private const string Usings = "using System;\nusing System.Collections.Generic;\nusing System.Threading.Tasks;\n"
        + "using Amazon.DynamoDBv2;\nusing Amazon.DynamoDBv2.DataModel;\nusing Amazon.DynamoDBv2.Model;\n\n";

    private const string Types = """

        [DynamoToolkit.DynamoTable("runs"), DynamoToolkit.PartitionKey("RUN#{RunId}"), DynamoToolkit.SortKey("{Started}")]
        [DynamoToolkit.GlobalIndex("byStatus", "{Status}"), DynamoToolkit.LocalIndex("byName", "{Label}")]
        public sealed partial class Run
        {
            public required string RunId { get; init; }
            public long Started { get; init; }
            public string Status { get; set; } = "";
            public string? Label { get; set; }
        }

        [DynamoToolkit.DynamoTable("plain")]
        public sealed partial class Plain
        {
            [DynamoToolkit.PartitionKey] public required string Id { get; init; }
        }

        """;

    /// <summary>A method that has the statements in it.</summary>
    public static string Method(string statements) =>
        $$"""
        {{Usings}}public static class Use
        {
            public static async Task Of(IAmazonDynamoDB db, IDynamoDBContext context, Run run, Plain plain)
            {
                await Task.Yield();
                {{statements.ReplaceLineEndings("\n        ")}}
            }
        }
        {{Types}}
        """;

    /// <summary>Fails unless exactly the marked spans are reported.</summary>
    public static Task ReportsAsync(string statements) => RuleVerifier<SdkAnalyzer>.ReportsAsync(Method(statements));

    /// <summary>Fails unless the fixer turns statements into others.</summary>
    public static Task FixesAsync<TFixer>(string statements, string fixedStatements)
        where TFixer : CodeFixProvider, new() => RuleVerifier<SdkAnalyzer>.FixesAsync<TFixer>(Method(statements), Method(fixedStatements));

    /// <summary>Fails when the fixer offers anything.</summary>
    public static Task OffersNothingAsync<TFixer>(string statements)
        where TFixer : CodeFixProvider, new() => RuleVerifier<SdkAnalyzer>.OffersNoFixAsync<TFixer>(Method(statements));
}
