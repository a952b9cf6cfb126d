using System.Globalization;
using DynamoToolkit.Shared.Parsing;
using DynamoToolkit.Shared.Schema;
using DynamoToolkit.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DynamoToolkit.Analyzers.Tests;

/// <summary>Checks sources against the baseline of earlier sources.</summary>
internal static class SchemaRule
{
    /// <summary>What every baseline begins with.</summary>
    public static string Head { get; } = SchemaFile.Parse("").Write();

    /// <summary>Fails unless exactly the marked spans of a source, and of other files, are reported against a baseline.</summary>
    /// <param name="baseline">The lines of the baseline, which may be marked, too.</param>
    /// <param name="markup">The source.</param>
    /// <param name="others">Further files.</param>
    public static Task ReportsAgainstAsync(string baseline, string markup, params IEnumerable<string> others) =>
        RuleVerifier<SchemaAnalyzer>.ReportsAsync(
            Rule.Usings + markup, others.Select(other => Rule.Usings + other), file: new RuleFile(SchemaFile.Name, baseline));

    /// <summary>
    /// Fails unless exactly the marked spans are reported after a change of the source, and nothing once the changes are acknowledged.
    /// </summary>
    /// <param name="before">The source that the baseline records.</param>
    /// <param name="after">The source, marked.</param>
    public static async Task ReportsAsync(string before, string after)
    {
        var baseline = Record(before);
        await ReportsAgainstAsync(baseline, after);
        var source = MarkupSource.Parse(after).Text;
        await ReportsAgainstAsync(SchemaUpdate.Update(ModelOf(source), baseline, acknowledges: true), source);
    }

    /// <summary>Fails unless a change of the source does no harm: it is only to be recorded, if at all.</summary>
    public static void Allows(string before, string after)
    {
        var model = ModelOf(after);
        var baseline = Record(before);
        Assert.All(SchemaComparison.Of(model, SchemaFile.Parse(baseline)), change => Assert.True(change.IsFree, change.Finding.Rule.Id));
        var updated = SchemaUpdate.Update(model, baseline, acknowledges: false);
        Assert.Equal(Record(after), updated);
    }

    /// <summary>Fails unless a change has this message, first of all that are reported.</summary>
    public static async Task SaysAsync(string before, string after, string message)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var compilation = RuleAnalysis.Generate(TestCompilation.Create(Rule.Usings + after), cancellationToken);
        var all = await RuleAnalysis.RunAsync(compilation, cancellationToken, Record(before));
        Assert.Equal(message, all
            .Where(diagnostic => diagnostic.Descriptor.Category == "DynamoToolkit.Schema")
            .OrderBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)
            .First().GetMessage(CultureInfo.InvariantCulture));
    }

    /// <summary>Fails unless the fixer makes the baseline that records a marked source.</summary>
    /// <param name="before">The source that the baseline records.</param>
    /// <param name="after">The source.</param>
    public static Task FixesAsync<TFixer>(string before, string after)
        where TFixer : CodeFixProvider, new() =>
        FixesAsync<TFixer>(
            Record(before),
            after,
            SchemaUpdate.Update(ModelOf(MarkupSource.Parse(after).Text), Record(before), acknowledges: true));

    /// <summary>Fails unless the fixer turns one baseline into the other.</summary>
    public static Task FixesAsync<TFixer>(string baseline, string markup, string fixedBaseline)
        where TFixer : CodeFixProvider, new() =>
        RuleVerifier<SchemaAnalyzer>.FixesFileAsync<TFixer>(
            Rule.Usings + markup, new RuleFile(SchemaFile.Name, baseline), fixedBaseline);

    /// <summary>The baseline that records a source.</summary>
    public static string Record(string source) => SchemaUpdate.Update(ModelOf(source), "", acknowledges: false);

    /// <summary>The lines of the baseline that records a source.</summary>
    public static string Lines(string source) => Record(source)[Head.Length..];

    /// <summary>The facts of a source.</summary>
    public static SchemaModel ModelOf(params IEnumerable<string> sources)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var compilation = TestCompilation.Create(sources.Select(source => Rule.Usings + source));
        return SchemaModel.Of(compilation, type => ItemParser.Parse(type, report: null, cancellationToken), cancellationToken);
    }
}
