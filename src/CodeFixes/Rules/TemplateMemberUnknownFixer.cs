using System.Composition;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Corrects the name of a member in a key template.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class TemplateMemberUnknownFixer() : NearestMemberFixer(RuleIds.TemplateMemberUnknown)
{
    private protected override string Written(string member) => $"{{{member}}}";

    private protected override bool IsMeant(ValueSpec value) => KeyTypes.CanBePart(value);
}
