using System.Composition;
using DynamoToolkit.CodeFixes.Syntax;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Parsing;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Makes a list of a set whose elements DynamoDB's sets can't hold.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class SetElementNotSupportedFixer() : ModelFixer(RuleIds.SetElementNotSupported)
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        // A default value that names the set's type would no longer fit.
        if (request.Member is not { } member || member.DefaultValue() is not (null or CollectionExpressionSyntax or ImplicitObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 0 }))
            return null;
        var set = member.MemberType()?.DescendantNodesAndSelf().OfType<GenericNameSyntax>().FirstOrDefault(IsRefusedSet);
        if (set is null)
            return null;
        NameSyntax written = set.Parent is QualifiedNameSyntax qualified && qualified.Right == set ? qualified : set;
        return request.Plan(
            $"Make '{request.Argument(0)}' a list",
            editor => editor.ReplaceNode(written, ListOf(set.TypeArgumentList).WithTriviaFrom(written)));

        bool IsRefusedSet(GenericNameSyntax name) =>
            request.Model.GetTypeInfo(name, request.CancellationToken).Type is { } type &&
            WellKnownCollections.Find(type) is { Value: ValueKind.Set } collection &&
            collection.Element.ToMessage() == request.Argument(1);
    }

    private static NameSyntax ListOf(TypeArgumentListSyntax arguments) => SyntaxFactory
        .QualifiedName(SyntaxFactory.ParseName("global::System.Collections.Generic"), SyntaxFactory.GenericName(SyntaxFactory.Identifier("List"), arguments.WithoutTrivia()))
        .WithAdditionalAnnotations(Simplifier.Annotation);
}
