using System.Globalization;
using DynamoToolkit.TestKit;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DynamoToolkit.Analyzers.Tests;

/// <summary>Checks sources against all rules about models, so that a test for one rule also proves that no other speaks up.</summary>
internal static class Rule
{
    /// <summary>What every source uses.</summary>
    public const string Usings = "using System;\nusing System.Collections.Generic;\nusing DynamoToolkit;\n\n";

    /// <summary>Fails unless exactly the marked spans are reported.</summary>
    public static Task ReportsAsync(string markup) => RuleVerifier<ModelAnalyzer>.ReportsAsync(Usings + markup);

    /// <summary>Fails when anything is reported.</summary>
    public static Task AllowsAsync(string source) => RuleVerifier<ModelAnalyzer>.ReportsAsync(Usings + source);

    /// <summary>Fails unless the messages are these, in the order of their places.</summary>
    public static async Task SaysAsync(string source, params string[] messages)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var compilation = RuleAnalysis.Generate(TestCompilation.Create(Usings + source), cancellationToken);
        var said = (await RuleAnalysis.RunAsync(compilation, cancellationToken))
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture));
        Assert.Equal(messages, said);
    }

    /// <summary>Fails unless the fixer turns one source into the other, step by step and at once.</summary>
    public static Task FixesAsync<TFixer>(string markup, string fixedSource)
        where TFixer : CodeFixProvider, new() => RuleVerifier<ModelAnalyzer>.FixesAsync<TFixer>(Usings + markup, Usings + fixedSource);

    /// <summary>Fails when the fixer offers anything.</summary>
    public static Task OffersNothingAsync<TFixer>(string markup)
        where TFixer : CodeFixProvider, new() => RuleVerifier<ModelAnalyzer>.OffersNoFixAsync<TFixer>(Usings + markup);
}
