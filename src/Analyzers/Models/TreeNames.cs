using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.Analyzers.Models;

/// <summary>The names in the declarations of one file, without what they mean. An edit elsewhere does not change them.</summary>
internal sealed class TreeNames
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeNames> Known = new();

    private TreeNames(ImmutableArray<DeclaredNames> types, ImmutableArray<DeclaredNames> aliases) => (Types, Aliases) = (types, aliases);

    /// <summary>The classes, records and structs.</summary>
    public ImmutableArray<DeclaredNames> Types { get; }

    /// <summary>What <c>using Name = …;</c> declares; its uses are the names in its target.</summary>
    public ImmutableArray<DeclaredNames> Aliases { get; }

    /// <summary>The names of a file.</summary>
    public static TreeNames Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (Known.TryGetValue(tree, out var known))
            return known;
        var types = ImmutableArray.CreateBuilder<DeclaredNames>();
        var aliases = ImmutableArray.CreateBuilder<DeclaredNames>();
        var declarations = tree.GetRoot(cancellationToken).DescendantNodes(static node =>
            node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax);
        foreach (var node in declarations)
        {
            if (node is UsingDirectiveSyntax { Alias: { } alias } import)
                aliases.Add(new DeclaredNames(alias.Name.Identifier.ValueText, [], [], [.. Identifiers(import.NamespaceOrType)]));
            else if (node is TypeDeclarationSyntax type and not InterfaceDeclarationSyntax)
                types.Add(Of(type));
        }

        return Known.GetValue(tree, _ => new TreeNames(types.ToImmutable(), aliases.ToImmutable()));
    }

    private static DeclaredNames Of(TypeDeclarationSyntax type) => new(
        type.Identifier.ValueText,
        [.. type.AttributeLists.SelectMany(list => list.Attributes).SelectMany(attribute => Identifiers(attribute.Name))],
        type.BaseList is { } bases ? [.. Identifiers(bases)] : [],
        [.. type.Members.Select(TypeOf).Concat(type.ParameterList is { } list ? list.Parameters.Select(one => one.Type) : [])
            .OfType<SyntaxNode>().SelectMany(Identifiers).Distinct()]);

    private static SyntaxNode? TypeOf(MemberDeclarationSyntax member) => member switch
    {
        PropertyDeclarationSyntax property => property.Type,
        FieldDeclarationSyntax field => field.Declaration.Type,
        _ => null,
    };

    private static IEnumerable<string> Identifiers(SyntaxNode node) =>
        node.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText);
}
