using System.Composition;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Removes a default value that does not fit.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class DefaultValueTypeFixer() : RemoveAttributeFixer(RuleIds.DefaultValueType, AttributeNames.Default);
