using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Parsing;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>
/// DTK0042: in another assembly, a property whose accessors have bodies and whose setter is private looks like one that is computed.
/// </summary>
internal sealed class SetterNotVisibleRule : ModelRule
{
    public override void Check(ModelRuleContext context)
    {
        var seen = new HashSet<string>(context.Spec.Members.Select(member => member.Name));
        foreach (var member in context.Symbol.SelfAndBases().SelectMany(type => type.GetMembers()))
        {
            if (!seen.Add(member.Name) || !LooksComputed(member) || MemberAttributes.All(member).Any())
                continue;
            if (member.SelfAndOverridden().FirstOrDefault(MayHaveSetter) is not { } doubtful)
                continue;
            context.Report(
                RuleTable.SetterNotVisible,
                member,
                ("member", member.Name), ("base", doubtful.ContainingType.ToMessage()), ("type", context.Name));
        }
    }

    private static bool LooksComputed(ISymbol member) =>
        member is IPropertySymbol { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public } &&
        member.Getter() is not null && member.IsComputed();

    private static bool MayHaveSetter(ISymbol declared) => !declared.IsAbstract && declared.IsFromMetadata();
}
