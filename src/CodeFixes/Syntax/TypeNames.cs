using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace DynamoToolkit.CodeFixes.Syntax;

/// <summary>Writes names of types.</summary>
internal static class TypeNames
{
    /// <summary>A full name that is written as short as the usings allow.</summary>
    public static NameSyntax Simplified(string fullName) =>
        SyntaxFactory.ParseName("global::" + fullName).WithAdditionalAnnotations(Simplifier.Annotation);
}
