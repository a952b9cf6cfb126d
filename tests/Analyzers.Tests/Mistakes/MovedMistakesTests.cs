using System.Collections.Concurrent;
using System.Globalization;
using DynamoToolkit.Analyzers.Tests.Pages;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.Analyzers.Tests.Mistakes;

/// <summary>
/// The mistake of a rule's page is reported once, where it is, and under the name of the type that has it, whichever types inherit, share
/// or complete that type. Nothing else is reported.
/// </summary>
public sealed class MovedMistakesTests
{
    private const string Usings = "global using System;\nglobal using System.Collections.Generic;\nglobal using DynamoToolkit;";

    // Rules of an enum, and of the language version that a page sets.
    private static readonly string[] WithoutType = ["DTK0050", "DTK0061", "DTK0062"];

    // A page's type refers to itself or has a constructor; the page needs two types of one table; or only item types are looked at.
    private static readonly string[] NotOfABase =
        [.. WithoutType, "DTK0016", "DTK0082", "DTK0098", "DTK0122", "DTK1022", "DTK1023", "DTK1024", "DTK3013"];

    private static readonly ConcurrentDictionary<string, Task<Reported>> OfPages = new();

    [Fact]
    public Task Mistake_InABaseClass_IsReportedThereOnce() =>
        CheckAsync(source => source.CanBeBase ? source.BaseOfTwo() : null, atLeast: 50, isIdentityKept: false, NotOfABase);

    [Fact]
    public Task Mistake_InAGenericBaseClass_IsReportedThereOnce() => CheckAsync(
        source => source.CanBeBase ? source.BaseOfTwo(MovedSource.TypeParameters) : null,
        atLeast: 50,
        isIdentityKept: false,
        // Another type of the page derives from the class.
        [.. NotOfABase, "DTK1031"]);

    [Fact]
    public Task Mistake_InTheBaseOfAFamily_IsReportedThereOnce() => CheckAsync(
        source => source.CanBeBase ? source.FamilyOfTwo() : null,
        atLeast: 90,
        isIdentityKept: true,
        // The derived types have the mistake, too, or an abstract class has it not; DTK1020 counts the type's name.
        [
            .. WithoutType, "DTK0001", "DTK0003", "DTK0011", "DTK0012", "DTK0022", "DTK0023", "DTK0024", "DTK0025", "DTK0042", "DTK0044",
            "DTK0082", "DTK1020",
        ]);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Mistake_InATypeOfTwoFiles_IsReportedOnce(bool areAttributesFirst) => CheckAsync(
        source => source.InTwoFiles(areAttributesFirst),
        atLeast: 100,
        isIdentityKept: true,
        // The type is not partial.
        [.. WithoutType, "DTK0001", "DTK0002", "DTK0044"]);

    [Fact]
    public Task Mistake_InAMapOfTwoTypes_IsReportedThereOnce() => CheckAsync(
        source => source.MapOfTwo(),
        atLeast: 12,
        isIdentityKept: false,
        // Only items can have the member of the page at all, or the type is static.
        [
            .. WithoutType, "DTK0008", "DTK0009", "DTK0051", "DTK0073", "DTK0081", "DTK0082", "DTK0090", "DTK0094", "DTK0113", "DTK0121",
            "DTK0140",
        ],
        maySolve: true);

    /// <summary>Compares what is reported for the pages with what is reported for them after a change.</summary>
    /// <param name="move">The change; it returns null for a type that can't have it.</param>
    /// <param name="atLeast">The least number of pages that must have been compared.</param>
    /// <param name="isIdentityKept">Whether the type stays an item type, so that a mistake in that is still there.</param>
    /// <param name="except">The rules whose pages can't be changed like that.</param>
    /// <param name="maySolve">Whether the change may solve the mistake.</param>
    private static async Task CheckAsync(
        Func<MovedSource, string[]?> move, int atLeast, bool isIdentityKept, string[] except, bool maySolve = false)
    {
        var failures = new List<string>();
        var compared = 0;
        foreach (var rule in RuleTable.All.Where(rule => rule is { IsAboutUse: false, IsAboutSchema: false } && !except.Contains(rule.Id)))
        {
            var page = RulePage.Read(rule.Id);
            var expected = await OfPages.GetOrAdd(rule.Id, _ => ReportAsync([page.Bad]));
            var place = expected.Root.FindNode(expected.All[0].Location.SourceSpan);
            var type = place.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Last();
            var isIdentity = place == type || place.AncestorsAndSelf().OfType<AttributeSyntax>().Any(MovedSource.IsIdentifying);
            if ((isIdentity && !isIdentityKept) || move(new MovedSource(page.Bad, type)) is not { } sources)
                continue;
            var found = await ReportAsync(sources);
            if (maySolve && found.All.All(one => one.Id != rule.Id))
                continue;
            compared++;
            if (found.Text != expected.Text)
                failures.Add($"Expected:\n{expected.Text}\nFound:\n{found.Text}\n{string.Join('\n', sources)}");
        }

        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
        Assert.True(compared >= atLeast, $"Only {compared} pages were compared.");
    }

    private static async Task<Reported> ReportAsync(string[] sources)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var compilation = RuleAnalysis.Generate(TestCompilation.Create([.. sources, Usings]), cancellationToken);
        var all = (await RuleAnalysis.RunWithCompilerAsync(compilation, cancellationToken))
            .Where(one => one.Severity > DiagnosticSeverity.Hidden)
            .OrderBy(TextOf, StringComparer.Ordinal)
            .ToList();
        return new Reported(await compilation.SyntaxTrees.First().GetRootAsync(cancellationToken), all);
    }

    private static string TextOf(Diagnostic one)
    {
        var (tree, span) = (one.Location.SourceTree!, one.Location.SourceSpan);

        // Of a type in two files, the part with the attributes is the one to correct.
        var isInOtherPart = tree.GetRoot().FindNode(span) is TypeDeclarationSyntax { AttributeLists.Count: 0 } type
            && type.Modifiers.ToString().Contains("partial", StringComparison.Ordinal);
        return $"{one.Id} at {tree.ToString()[span.Start..span.End]}{(isInOtherPart ? " without attributes" : "")}: "
            + one.GetMessage(CultureInfo.InvariantCulture).Replace(MovedSource.TypeParameters, "", StringComparison.Ordinal);
    }

    private sealed record Reported(SyntaxNode Root, List<Diagnostic> All)
    {
        public string Text => string.Join('\n', All.Select(TextOf));
    }
}
