using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.CodeFixes.Syntax;

/// <summary>What properties, fields and positional parameters have in common.</summary>
internal static class MemberSyntaxExtensions
{
    /// <summary>The type as it is written; null for a field declaration of several fields, where a change would hit all.</summary>
    public static TypeSyntax? MemberType(this SyntaxNode member) => member switch
    {
        PropertyDeclarationSyntax property => property.Type,
        FieldDeclarationSyntax { Declaration: { Variables.Count: 1 } declaration } => declaration.Type,
        ParameterSyntax parameter => parameter.Type,
        _ => null,
    };

    /// <summary>The default value.</summary>
    public static ExpressionSyntax? DefaultValue(this SyntaxNode member) => member switch
    {
        PropertyDeclarationSyntax property => property.Initializer?.Value,
        FieldDeclarationSyntax field => field.Declaration.Variables[0].Initializer?.Value,
        ParameterSyntax parameter => parameter.Default?.Value,
        _ => null,
    };
}
