using System.Composition;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Acknowledges changes in the baseline that existing items do not bear, because somebody migrates the items.</summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp, Name = nameof(AcknowledgeChangeFixer),
    DocumentKinds = [nameof(TextDocumentKind.Document), nameof(TextDocumentKind.AdditionalDocument)])]
[Shared]
public sealed class AcknowledgeChangeFixer() : SchemaFixer(
    "Acknowledge the change in DynamoSchema.Shipped.txt",
    RuleTable.KeyChanged,
    RuleTable.ItemTypeMoved,
    RuleTable.IndexChanged,
    RuleTable.LocalIndexesChanged,
    RuleTable.ShardsChanged,
    RuleTable.TimeToLiveChanged,
    RuleTable.DiscriminatorChanged,
    RuleTable.EnumNameLost,
    RuleTable.AttributeTypeChanged,
    RuleTable.RecordedTypeGone,
    RuleTable.PatternChanged,
    RuleTable.RecordedFactGone,
    RuleTable.OlderItemsLack);
