using System.Globalization;
using DynamoToolkit.CodeFixes;
using DynamoToolkit.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace DynamoToolkit.Analyzers.Tests.Pages;

/// <summary>Every rule has a page that says what the code does, and whose examples are true.</summary>
public sealed class RulePagesTests
{
    private static readonly HashSet<string> Fixable =
    [
        .. typeof(ModelFixer).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(CodeFixProvider)) && !type.IsAbstract)
            .SelectMany(type => ((CodeFixProvider)Activator.CreateInstance(type)!).FixableDiagnosticIds),
    ];

    private static readonly CSharpCompilation Empty =
        TestCompilation.Create("global using System;\nglobal using System.Collections.Generic;\nglobal using DynamoToolkit;");

    public static TheoryData<string> Ids => [.. Catalogue.Descriptors.Select(descriptor => descriptor.Id)];

    [Fact]
    public void Pages_AreThoseOfTheRules() => Assert.Equal(Catalogue.Descriptors.Select(descriptor => descriptor.Id), RulePage.Ids());

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_OfARule_SaysWhatTheDescriptorSays(string id)
    {
        var page = RulePage.Read(id);
        var descriptor = Catalogue.Descriptor(id);
        Assert.Equal($"{id}: {descriptor.Title.ToString(CultureInfo.InvariantCulture)}", page.Title);
        Assert.Equal(Catalogue.FactsOf(descriptor, Fixable), page.Facts);
        Assert.Equal(["Cause", "Why it matters", "Bad", "Good", "Fix", "Configure"], page.Sections);
        Assert.Contains($"dotnet_diagnostic.{id}.severity", page.Section("Configure"));
        Assert.Contains($"#pragma warning disable {id}", page.Section("Configure"));
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
    public async Task Bad_OfAPage_RaisesItsRuleAloneWithTheMessageThatThePageQuotes(string id)
    {
        var page = RulePage.Read(id);
        var diagnostics = await AnalyzeAsync(page.Bad);
        Assert.NotEmpty(diagnostics);
        Assert.All(diagnostics, diagnostic => Assert.Equal(id, diagnostic.Id));
        var messages = diagnostics.Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture)).ToList();
        Assert.True(messages.Contains(page.Message), $"The page does not quote the message: {messages[0]}");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Good_OfAPage_RaisesNothing(string id) => Assert.Empty(await AnalyzeAsync(RulePage.Read(id).Good));

    [Fact]
    public void Index_OfThePages_IsUpToDate()
    {
        var path = RulePage.PathOf("README");
        var index = RuleIndex.Write(Catalogue.Descriptors, Fixable);
        if (Environment.GetEnvironmentVariable("DTK_ACCEPT_SNAPSHOTS") == "1")
            File.WriteAllText(path, index);
        Assert.True(File.Exists(path) && File.ReadAllText(path) == index, "docs/rules/README.md is out of date: run the tests with DTK_ACCEPT_SNAPSHOTS=1.");
    }

    /// <summary>The examples are files of a project with implicit usings; they have to compile with what the generator makes of them.</summary>
    private static async Task<IReadOnlyList<Diagnostic>> AnalyzeAsync(string code)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var tree = CSharpSyntaxTree.ParseText(code, TestCompilation.ParseOptions, "Page.cs", cancellationToken: cancellationToken);
        var compilation = RuleAnalysis.Generate(Empty.AddSyntaxTrees(tree), cancellationToken);
        TestCompilation.AssertCompiles(compilation);
        return await RuleAnalysis.RunAsync(compilation, cancellationToken);
    }
}
