using System.Composition;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Removes the second sort key.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class SeveralSortKeysFixer() : RemoveAttributeFixer(RuleIds.SeveralSortKeys, AttributeNames.SortKey);
