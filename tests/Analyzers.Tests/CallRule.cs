using DynamoToolkit.TestKit;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DynamoToolkit.Analyzers.Tests;

/// <summary>Checks statements that call the library against all rules about calls. Each test has the same types around them.</summary>
internal static class CallRule
{
    private const string Usings = "using System;\nusing System.Collections.Generic;\nusing System.Linq;\nusing System.Threading;\n"
        + "using System.Threading.Tasks;\nusing DynamoToolkit;\n\n";

    private const string Types = """

        [DynamoTable("runs"), PartitionKey("RUN#{RunId}"), SortKey("{Sort}")]
        [GlobalIndex("byStatus", "{Status}", "{Steps}#{Name}"), LocalIndex("byName", "{Name}")]
        public sealed partial class Run
        {
            public string RunId { get; set; } = "";
            public string Sort { get; set; } = "";
            public string Status { get; set; } = "";
            public string? Name { get; set; }
            public long Steps { get; set; }
            public bool Active { get; set; }
            public Size? Size { get; set; }
            public Size Full { get; set; } = new();
            public Dictionary<string, int> Counts { get; set; } = [];
        }

        [DynamoMap]
        public sealed partial class Size
        {
            public int Width { get; set; }
            public int Height { get; set; }
        }

        [DynamoTable("docs"), PartitionKey("DOC#{Id}")]
        public sealed partial class Doc
        {
            public string Id { get; set; } = "";
            public string? Text { get; set; }
            public int Views { get; set; }
            [ConcurrencyToken] public int Token { get; set; }
        }

        [DynamoTable("totals"), PartitionKey("TOTAL")]
        public sealed partial class Total
        {
            public long Count { get; set; }
        }

        """;

    /// <summary>A method that has the statements in it.</summary>
    /// <param name="statements">The statements.</param>
    /// <param name="parameters">Further parameters.</param>
    /// <param name="attribute">What stands before the method.</param>
    public static string Method(string statements, string parameters = "", string attribute = "") =>
        $$"""
        {{Usings}}public static class Use
        {
            {{attribute}}public static async Task Of(
                DynamoClient db, DynamoTable<Run> runs, DynamoTable<Doc> docs,
                Run run, Doc doc, ItemKey<Run> key, List<Run> many{{parameters}})
            {
                await Task.Yield();
                {{statements.ReplaceLineEndings("\n        ")}}
            }
        }
        {{Types}}
        """;

    /// <summary>Fails unless exactly the marked spans are reported.</summary>
    public static Task ReportsAsync(
        string statements, string parameters = "", string attribute = "", params (string Name, string Value)[] config) =>
        RuleVerifier<CallAnalyzer>.ReportsAsync(
            Method(statements, parameters, attribute),
            config: config.ToDictionary(one => "dynamotoolkit_" + one.Name, one => one.Value));

    /// <summary>Fails when anything is reported.</summary>
    public static Task AllowsAsync(string statements, string parameters = "") => ReportsAsync(statements, parameters);

    /// <summary>Fails unless the fixer turns statements into others.</summary>
    public static Task FixesAsync<TFixer>(string statements, string fixedStatements, string parameters = "")
        where TFixer : CodeFixProvider, new() =>
        RuleVerifier<CallAnalyzer>.FixesAsync<TFixer>(Method(statements, parameters), Method(fixedStatements, parameters));

    /// <summary>Fails when the fixer offers anything.</summary>
    public static Task OffersNothingAsync<TFixer>(string statements, string parameters = "")
        where TFixer : CodeFixProvider, new() => RuleVerifier<CallAnalyzer>.OffersNoFixAsync<TFixer>(Method(statements, parameters));
}
