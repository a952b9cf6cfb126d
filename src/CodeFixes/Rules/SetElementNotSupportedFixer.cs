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

/// <summary>Turns a set into a list when its elements can't be in a DynamoDB set.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class SetElementNotSupportedFixer() : ModelFixer(RuleTable.SetElementNotSupported)
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        // A default value that names the set's type would no longer fit.
        if (request.Member is not { } member || !FitsAnyCollection(member.DefaultValue()))
            return null;
        var set = member.MemberType()?.DescendantNodesAndSelf().OfType<GenericNameSyntax>().FirstOrDefault(IsRefusedSet);
        if (set is null)
            return null;
        NameSyntax written = set.Parent is QualifiedNameSyntax qualified && qualified.Right == set ? qualified : set;
        return request.Plan(
            $"Make '{request.Property("member")}' a list",
            editor => editor.ReplaceNode(written, ListOf(set.TypeArgumentList).WithTriviaFrom(written)));

        bool IsRefusedSet(GenericNameSyntax name) =>
            request.Model.GetTypeInfo(name, request.CancellationToken).Type is { } type &&
            WellKnownCollections.Find(type) is { Value: ValueKind.Set } collection &&
            collection.Element.ToMessage() == request.Property("element");
    }

    private static bool FitsAnyCollection(ExpressionSyntax? value) =>
        value is null or CollectionExpressionSyntax or ImplicitObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 0 };

    private static NameSyntax ListOf(TypeArgumentListSyntax arguments)
    {
        var list = SyntaxFactory.GenericName(SyntaxFactory.Identifier("List"), arguments.WithoutTrivia());
        return SyntaxFactory.QualifiedName(SyntaxFactory.ParseName("global::System.Collections.Generic"), list)
            .WithAdditionalAnnotations(Simplifier.Annotation);
    }
}
