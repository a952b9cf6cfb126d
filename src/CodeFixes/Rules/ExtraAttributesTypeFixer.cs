using System.Composition;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Removes the attribute for extra attributes from a member of another type.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ExtraAttributesTypeFixer() : RemoveAttributeFixer(RuleIds.ExtraAttributesType, AttributeNames.Extra);
