using System.Globalization;
using DynamoToolkit.TestKit;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DynamoToolkit.Analyzers.Tests;

/// <summary>Checks sources against all rules about the design of item types.</summary>
internal static class DesignRule
{
    private const string Usings = "using System;\nusing System.Collections.Generic;\nusing System.ComponentModel.DataAnnotations;\n"
        + "using DynamoToolkit;\n\n";

    /// <summary>Fails unless exactly the marked spans are reported.</summary>
    public static async Task ReportsAsync(string markup, params (string Name, string Value)[] config)
    {
        // A type with a mistake has no design to judge, so a test of one proves nothing.
        await RuleVerifier<ModelAnalyzer>.ReportsAsync(Usings + MarkupSource.Parse(markup).Text);
        await RuleVerifier<DesignAnalyzer>.ReportsAsync(
            Usings + markup, config: config.ToDictionary(one => "dynamotoolkit_" + one.Name, one => one.Value));
    }

    /// <summary>Fails when anything is reported.</summary>
    public static Task AllowsAsync(string source, params (string Name, string Value)[] config) => ReportsAsync(source, config);

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
        where TFixer : CodeFixProvider, new() =>
        RuleVerifier<DesignAnalyzer>.FixesAsync<TFixer>(Usings + markup, Usings + fixedSource);

    /// <summary>Fails when the fixer offers anything.</summary>
    public static Task OffersNothingAsync<TFixer>(string markup)
        where TFixer : CodeFixProvider, new() => RuleVerifier<DesignAnalyzer>.OffersNoFixAsync<TFixer>(Usings + markup);
}
