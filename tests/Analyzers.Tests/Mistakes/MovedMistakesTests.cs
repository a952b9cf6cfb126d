using System.Globalization;
using DynamoToolkit.Analyzers.Tests.Pages;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.Analyzers.Tests.Mistakes;

/// <summary>
/// The mistake of a rule's page is reported once, at its place and under the name of the type that has it, wherever item types get it from.
/// </summary>
public sealed class MovedMistakesTests
{
    private const string Usings = "global using System;\nglobal using System.Collections.Generic;\nglobal using DynamoToolkit;";

    public static TheoryData<string> Ids => [.. RuleTable.All
        .Where(rule => rule is { IsAboutUse: false, IsAboutSchema: false })
        .Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public Task Mistake_OfABaseOfTwo(string id) => CheckAsync(id, source => source.BaseOfTwo(), needsBase: true);

    [Theory]
    [MemberData(nameof(Ids))]
    public Task Mistake_OfAGenericBase(string id) => CheckAsync(
        id, source => source.BaseOfTwo(MovedSource.TypeParameters), needsBase: true);

    [Theory]
    [MemberData(nameof(Ids))]
    public Task Mistake_OfAFamily(string id) => CheckAsync(id, source => source.FamilyOfTwo(), needsBase: true, any: true);

    [Theory]
    [MemberData(nameof(Ids))]
    public Task Mistake_InTwoFiles(string id) => CheckAsync(id, source => source.InTwoFiles(true), any: true);

    [Theory]
    [MemberData(nameof(Ids))]
    public Task Mistake_InTwoFilesSecond(string id) => CheckAsync(id, source => source.InTwoFiles(false), any: true);

    private static async Task CheckAsync(string id, Func<MovedSource, string[]> move, bool needsBase = false, bool any = false)
    {
        var page = RulePage.Read(id);
        var (root, expected) = await ReportedAsync(page.Bad);
        var at = expected[0].Location.SourceSpan;
        var node = root.FindNode(at);
        var type = node.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().LastOrDefault();
        if (type is null)
            Assert.Skip("no type");
        if (!any && (type.Identifier.Span == at || node.AncestorsAndSelf().OfType<AttributeSyntax>().FirstOrDefault()?.Name.ToString() is "DynamoTable" or "DynamoMap" or "DynamoType" or "ViewOf"))
            Assert.Skip("identity");
        var moved = new MovedSource(page.Bad, type);
        if (needsBase && !moved.CanBeBase)
            Assert.Skip("no base");
        var sources = move(moved);
        var (_, found) = await ReportedAsync(sources);
        var (e, f) = (string.Join("\n", expected.Select(Text)), string.Join("\n", found.Select(Text)));
        Assert.True(e == f, $"EXPECTED\n{e}\nFOUND\n{f}\n{string.Join("\n", sources)}\nEND");
    }

    private static string Text(Diagnostic one) =>
        $"{one.Id} at {one.Location.SourceTree?.ToString()[one.Location.SourceSpan.Start..one.Location.SourceSpan.End]}: "
        + one.GetMessage(CultureInfo.InvariantCulture).Replace(MovedSource.TypeParameters, "", StringComparison.Ordinal);

    private static async Task<(SyntaxNode Root, List<Diagnostic> Reported)> ReportedAsync(params string[] sources)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var compilation = RuleAnalysis.Generate(TestCompilation.Create([.. sources, Usings]), out var generated, cancellationToken);
        var reported = (await RuleAnalysis.RunWithCompilerAsync(compilation, cancellationToken)).Concat(generated)
            .Where(one => one.Severity > DiagnosticSeverity.Hidden)
            .OrderBy(Text, StringComparer.Ordinal)
            .ToList();
        return (await compilation.SyntaxTrees.First().GetRootAsync(cancellationToken), reported);
    }
}
