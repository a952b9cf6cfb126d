using System.Composition;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Removes an attribute name from an index whose key does not have exactly one attribute.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class KeyNameWithoutKeyFixer() : ModelFixer(RuleTable.KeyNameWithoutKey)
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        var name = request.Property("property");
        if (request.Attribute is not { ArgumentList: { } arguments } || Named(arguments) is null)
            return null;
        return request.Plan($"Remove {name}", editor => editor.ReplaceNode(arguments, (current, _) =>
        {
            var list = (AttributeArgumentListSyntax)current;
            return Named(list) is { } argument ? list.WithArguments(list.Arguments.Remove(argument)) : list;
        }));

        AttributeArgumentSyntax? Named(AttributeArgumentListSyntax list) =>
            list.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name);
    }
}
