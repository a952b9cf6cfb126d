using System.Globalization;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DynamoToolkit.Analyzers.Tests.Pages;

/// <summary>Every rule has a page that says what the code does, and whose examples are true.</summary>
public sealed class RulePagesTests
{
    private const string Usings = "global using System;\nglobal using System.Collections.Generic;\nglobal using DynamoToolkit;";
    private const string VersionMark = "// LangVersion ";

    private static readonly CSharpCompilation Empty = TestCompilation.Create(Usings);

    public static TheoryData<string> Ids => [.. Catalogue.Descriptors.Select(descriptor => descriptor.Id)];

    [Fact]
    public void Pages_AreThoseOfTheRules() => Assert.Equal(Catalogue.Descriptors.Select(descriptor => descriptor.Id), RulePage.Ids());

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Page_OfARule_SaysWhatTheTableAndTheAnalyzerSay(string id)
    {
        var page = RulePage.Read(id);
        Assert.Equal(["Cause", "Why it matters", "Bad", "Good", "Fix", "Configure"], page.Sections);
        var messages = (await AnalyzeAsync(page.Bad, page.BadBaseline, isBad: true)).Select(
            diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture)).ToList();
        var message = messages.Contains(page.Message) ? page.Message : messages[0];
        RepositoryFiles.AssertText(RulePage.PathOf(id), page.WithFacts(Catalogue.Descriptor(id), message));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void HelpLink_OfARule_LeadsToItsPage(string id)
    {
        var link = Catalogue.Descriptor(id).HelpLinkUri;
        Assert.EndsWith($"/docs/rules/{id}.md", link);
        Assert.True(File.Exists(RulePage.PathOf(Path.GetFileNameWithoutExtension(new Uri(link).AbsolutePath))));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Bad_OfAPage_RaisesItsRuleAlone(string id)
    {
        var page = RulePage.Read(id);
        var diagnostics = await AnalyzeAsync(page.Bad, page.BadBaseline, isBad: true);
        Assert.NotEmpty(diagnostics);
        Assert.All(diagnostics, diagnostic => Assert.Equal(id, diagnostic.Id));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Good_OfAPage_RaisesNothing(string id)
    {
        var page = RulePage.Read(id);
        Assert.Empty(await AnalyzeAsync(page.Good, page.GoodBaseline));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Bad_OfAPage_FollowsTheConfiguredSeverity(string id)
    {
        var page = RulePage.Read(id);
        var bad = page.Bad;
        var errors = await AnalyzeAsync(bad, isBad: true, ReportDiagnostic.Error);
        Assert.All(errors, found => Assert.Equal(DiagnosticSeverity.Error, found.Severity));
        Assert.DoesNotContain(await AnalyzeAsync(bad, isBad: true, ReportDiagnostic.Suppress), found => found.Id == id);

        async Task<IReadOnlyList<Diagnostic>> AnalyzeAsync(string code, bool isBad, ReportDiagnostic severity) =>
            await RulePagesTests.AnalyzeAsync(code, page.BadBaseline, isBad, (id, severity));
    }

    [Fact]
    public void Index_OfThePages_IsUpToDate() =>
        RepositoryFiles.AssertText(RulePage.PathOf("README"), RuleIndex.Write(Catalogue.Descriptors));

    /// <summary>The examples are files of a project with implicit usings, and compile together with their generated code.</summary>
    /// <param name="code">The code.</param>
    /// <param name="baseline">The baseline that it is compared with, if there is one.</param>
    /// <param name="isBad">Whether it breaks a rule: the compiler may refuse a use that breaks one, too.</param>
    /// <param name="configured">The severity that an .editorconfig sets for a rule.</param>
    private static async Task<IReadOnlyList<Diagnostic>> AnalyzeAsync(
        string code, string? baseline = null, bool isBad = false, (string Id, ReportDiagnostic Severity)? configured = null)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var options = OptionsOf(code);
        var tree = CSharpSyntaxTree.ParseText(code, options, "Page.cs", cancellationToken: cancellationToken);
        var empty = options == TestCompilation.ParseOptions ? Empty : TestCompilation.Create(options, Usings);
        if (configured is var (id, severity))
        {
            empty = empty.WithOptions(empty.Options.WithSpecificDiagnosticOptions(
                empty.Options.SpecificDiagnosticOptions.Add(id, severity)));
        }

        var compilation = RuleAnalysis.Generate(empty.AddSyntaxTrees(tree), out var reported, cancellationToken);
        var diagnostics = await RuleAnalysis.RunAsync(compilation, cancellationToken, baseline);
        var isAboutUse = diagnostics.Any(diagnostic => RuleTable.All.Single(rule => rule.Id == diagnostic.Id).IsAboutUse);
        if (configured is null && (!isBad || !isAboutUse))
            RuleAnalysis.AssertCompiles(compilation);
        return [.. reported, .. diagnostics];
    }

    /// <summary>The language version that an example names in its first line.</summary>
    private static CSharpParseOptions OptionsOf(string code) =>
        code.StartsWith(VersionMark, StringComparison.Ordinal)
        && LanguageVersionFacts.TryParse(code[VersionMark.Length..].Split('\n')[0], out var version)
            ? TestCompilation.ParseOptions.WithLanguageVersion(version)
            : TestCompilation.ParseOptions;
}
