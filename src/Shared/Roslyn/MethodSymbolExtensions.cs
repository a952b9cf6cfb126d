using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.Shared.Roslyn;

/// <summary>Questions about methods.</summary>
internal static class MethodSymbolExtensions
{
    /// <summary>Whether a constructor is the primary one, declared beside the type's name.</summary>
    public static bool IsPrimary(this IMethodSymbol constructor, CancellationToken cancellationToken) =>
        constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax);
}
