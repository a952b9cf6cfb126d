using System.Composition;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Records facts in the baseline.</summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp, Name = nameof(FactNotRecordedFixer),
    DocumentKinds = [nameof(TextDocumentKind.Document), nameof(TextDocumentKind.AdditionalDocument)])]
[Shared]
public sealed class FactNotRecordedFixer() : SchemaFixer("Record in DynamoSchema.Shipped.txt", RuleTable.FactNotRecorded);
