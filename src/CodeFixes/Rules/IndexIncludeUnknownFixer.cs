using System.Composition;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Corrects the name of a member that an index includes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class IndexIncludeUnknownFixer() : NearestMemberFixer(RuleIds.IndexIncludeUnknown)
{
    private protected override string Written(string member) => member;

    private protected override bool IsMeant(ValueSpec value) => true;
}
