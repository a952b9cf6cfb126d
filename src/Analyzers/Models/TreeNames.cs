using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using DynamoToolkit.Shared.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.Analyzers.Models;

/// <summary>The names in the declarations of one file, without what they mean. An edit elsewhere does not change them.</summary>
internal sealed class TreeNames : IEquatable<TreeNames>
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeNames> Known = new();

    private TreeNames(ImmutableArray<DeclaredNames> types, ImmutableArray<DeclaredNames> aliases) => (Types, Aliases) = (types, aliases);

    /// <summary>The classes, records and structs.</summary>
    public ImmutableArray<DeclaredNames> Types { get; }

    /// <summary>What <c>using Name = …;</c> declares; its uses are the names in its target.</summary>
    public ImmutableArray<DeclaredNames> Aliases { get; }

    /// <summary>Whether two files have the same names.</summary>
    public bool Equals(TreeNames? other) => other is not null && Types.SequenceEqual(other.Types) && Aliases.SequenceEqual(other.Aliases);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TreeNames);

    /// <inheritdoc/>
    public override int GetHashCode() => Types.Length;

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
            {
                var target = new EquatableArray<string>([.. Identifiers(import.NamespaceOrType)]);
                aliases.Add(new DeclaredNames(alias.Name.Identifier.ValueText, default, default, target));
            }
            else if (node is TypeDeclarationSyntax type and not InterfaceDeclarationSyntax)
            {
                types.Add(Of(type));
            }
        }

        return Known.GetValue(tree, _ => new TreeNames(types.ToImmutable(), aliases.ToImmutable()));
    }

    private static DeclaredNames Of(TypeDeclarationSyntax type) => new(
        type.Identifier.ValueText,
        new([.. type.AttributeLists.SelectMany(list => list.Attributes).SelectMany(attribute => Identifiers(attribute.Name))]),
        type.BaseList is { } bases ? new([.. Identifiers(bases)]) : default,
        new([.. type.Members.Select(TypeOf).Concat(type.ParameterList is { } list ? list.Parameters.Select(one => one.Type) : [])
            .OfType<SyntaxNode>().SelectMany(Identifiers).Distinct()]));

    private static SyntaxNode? TypeOf(MemberDeclarationSyntax member) => member switch
    {
        PropertyDeclarationSyntax property => property.Type,
        FieldDeclarationSyntax field => field.Declaration.Type,
        _ => null,
    };

    private static IEnumerable<string> Identifiers(SyntaxNode node) =>
        node.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText);
}
