using System.Globalization;
using DynamoToolkit.TestKit;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DynamoToolkit.Analyzers.Tests;

/// <summary>
/// Checks code that uses item types against all rules about that. Each test is a few statements or expressions around the same item types.
/// </summary>
internal static class UseRule
{
    private const string Usings = "using System;\nusing System.Collections.Generic;\n" +
        "using System.Linq;\nusing System.Threading.Tasks;\nusing DynamoToolkit;\n\n";

    private const string Types = """

        [DynamoTable("runs"), PartitionKey("RUN#{RunId}"), SortKey("META"), GlobalIndex("byStatus", "{Status}", "{Steps}#{Name}")]
        public sealed partial class Run
        {
            public string RunId { get; set; } = "";
            public string Status { get; set; } = "";
            public string? Name { get; set; }
            public int? Score { get; set; }
            public long Steps { get; set; }
            public bool Active { get; set; }
            public bool? Approved { get; set; }
            public DateTime Start { get; set; }
            public double Ratio { get; set; }
            public DayOfWeek Color { get; set; }
            public List<string> Labels { get; set; } = [];
            public string Full => RunId + Name;
            public HashSet<string> Tags { get; set; } = [];
            public Dictionary<string, int> Counts { get; set; } = [];
            [DynamoIgnore] public string Cache { get; set; } = "";
        }

        """;

    /// <summary>A method that has the statements in it.</summary>
    public static string Method(string statements, string modifiers = "async Task") =>
        $$"""
        {{Usings}}public static class Use
        {
            public static {{modifiers}} Of(
                DynamoClient db, DynamoTable<Run> runs, Run run, ItemKey<Run> key, PartitionKeyCondition<Run> partition, List<string> names)
            {
                {{statements.ReplaceLineEndings("\n        ")}}
            }
        }
        {{Types}}
        """;

    /// <summary>Fails unless exactly the marked spans of statements that compile are reported.</summary>
    public static Task ReportsAsync(string statements, string modifiers = "async Task") =>
        RuleVerifier<UseAnalyzer>.ReportsAsync(Method(statements, modifiers));

    /// <summary>Fails unless exactly the marked spans of a lambda, which the compiler refuses too, are reported.</summary>
    /// <param name="lambda">The lambda, marked.</param>
    /// <param name="call">The call that takes it, with <c>$</c> in its place.</param>
    public static Task RefusesAsync(string lambda, string call = "runs.Scan().Where($)") =>
        RuleVerifier<UseAnalyzer>.ReportsAsync(
            Method($"await Task.Yield();\nvar made = {call.Replace("$", lambda, StringComparison.Ordinal)};"), mayHaveErrors: true);

    /// <summary>Fails unless a lambda gets this message.</summary>
    public static async Task SaysAsync(string lambda, string message, string call = "runs.Scan().Where($)")
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var source = Method($"await Task.Yield();\nvar made = {call.Replace("$", lambda, StringComparison.Ordinal)};");
        var compilation = RuleAnalysis.Generate(TestCompilation.Create(source), cancellationToken);
        var all = await RuleAnalysis.RunAsync(compilation, cancellationToken);
        var said = Assert.Single(all, diagnostic => ModelRules.UseDescriptors.Any(descriptor => descriptor.Id == diagnostic.Id));
        Assert.Equal(message, said.GetMessage(CultureInfo.InvariantCulture));
    }

    /// <summary>Fails unless the fixer turns statements into others.</summary>
    public static Task FixesAsync<TFixer>(string statements, string fixedStatements)
        where TFixer : CodeFixProvider, new() => RuleVerifier<UseAnalyzer>.FixesAsync<TFixer>(Method(statements), Method(fixedStatements));

    /// <summary>Fails when the fixer offers anything.</summary>
    public static Task OffersNothingAsync<TFixer>(string statements, string modifiers = "async Task")
        where TFixer : CodeFixProvider, new() => RuleVerifier<UseAnalyzer>.OffersNoFixAsync<TFixer>(Method(statements, modifiers));
}
