using System.Composition;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Removes the map attribute from an item type.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class TableAndMapFixer() : RemoveAttributeFixer(RuleIds.TableAndMap, AttributeNames.Map);
