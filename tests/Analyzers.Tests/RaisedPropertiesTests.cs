using DynamoToolkit.Analyzers.Tests.Pages;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.TestKit;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.Analyzers.Tests;

/// <summary>Wherever code raises a problem, it passes the properties that the message names, even where no other test gets there.</summary>
public sealed class RaisedPropertiesTests
{
    [Fact]
    public void Properties_OfEveryProblemInTheSource_AreThoseOfItsRule()
    {
        var sites = RepositoryFiles.Sources("src/Shared", "src/Analyzers").SelectMany(Sites).ToList();
        Assert.All(sites, site => Assert.Equal(Catalogue.Rules[site.Rule].PropertyNames.Order(), site.Properties.Order()));

        // Rules that a caller passes on to a method that raises them have tests of their own.
        string[] passedOn =
        [
            nameof(RuleTable.SeveralTimesToLive), nameof(RuleTable.SeveralExtraAttributes), nameof(RuleTable.SeveralPartitionKeys),
            nameof(RuleTable.SeveralSortKeys), nameof(RuleTable.ConverterMismatch), nameof(RuleTable.ExtraAttributesType),
            nameof(RuleTable.MemberTypeNotSupported), nameof(RuleTable.MapNotMarked), nameof(RuleTable.TooManyGlobalIndexes),
            nameof(RuleTable.TooManyLocalIndexes), nameof(RuleTable.TooManyIncludes),
        ];
        Assert.Equal(Catalogue.Rules.Keys.Except(passedOn).Order(), sites.Select(site => site.Rule).Distinct().Order());
    }

    /// <summary>The calls that name a rule of the table and properties with it.</summary>
    private static IEnumerable<(string Rule, IReadOnlyList<string> Properties)> Sites(string path)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var tree = CSharpSyntaxTree.ParseText(File.ReadAllText(path), TestCompilation.ParseOptions, cancellationToken: cancellationToken);
        foreach (var call in tree.GetRoot(cancellationToken).DescendantNodes())
        {
            var (called, list) = call switch
            {
                InvocationExpressionSyntax invocation => (invocation.Expression, invocation.ArgumentList),
                BaseObjectCreationExpressionSyntax creation => (null, creation.ArgumentList),
                _ => (null, null),
            };
            if (list is null)
                continue;
            var properties = list.Arguments
                .Select(argument => argument.Expression)
                .OfType<TupleExpressionSyntax>()
                .Select(tuple => tuple.Arguments[0].Expression)
                .OfType<LiteralExpressionSyntax>()
                .Select(literal => literal.Token.ValueText)
                .ToList();
            var rule = (called?.DescendantNodes() ?? []).Concat(list.Arguments.Select(argument => argument.Expression))
                .OfType<MemberAccessExpressionSyntax>()
                .FirstOrDefault(access => access.Expression is IdentifierNameSyntax { Identifier.ValueText: nameof(RuleTable) });
            if (rule is not null && properties.Count > 0)
                yield return (rule.Name.Identifier.ValueText, properties);
        }
    }
}
