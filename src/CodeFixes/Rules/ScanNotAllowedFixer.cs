using System.Composition;
using DynamoToolkit.CodeFixes.Syntax;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>States that the scans of a method are meant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ScanNotAllowedFixer() : ModelFixer(RuleTable.ScanNotAllowed)
{
    private protected override FixPlan? Plan(FixRequest request) =>
        request.Node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method
            ? request.Plan(
                $"Add [AllowScan] to '{method.Identifier.ValueText}'",
                editor => editor.AddAttribute(method, AttributeNames.AllowScan))
            : null;
}
