using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Parsing;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK0041: a member takes the place of the one that it hides, and inherits no attributes from it.</summary>
internal sealed class HidingMemberRule : ModelRule
{
    public override void Check(ModelRuleContext context)
    {
        var types = context.Symbol.SelfAndBases().ToList();
        for (var i = 0; i < types.Count - 1; i++)
        {
            foreach (var member in types[i].GetMembers().Where(member => CanHide(member, isInherited: i > 0)))
            {
                if (Hidden(member, types.Skip(i + 1)) is not { } hidden || LossOf(context, member, hidden) is not { } loss)
                    continue;
                context.Report(
                    RuleTable.HidingMember,
                    member,
                    ("member", member.Name), ("base", hidden.ContainingType.ToMessage()), ("loss", loss));
            }
        }
    }

    private static bool CanHide(ISymbol member, bool isInherited) =>
        member is { CanBeReferencedByName: true, IsImplicitlyDeclared: false, IsOverride: false } &&
        !(isInherited && member.DeclaredAccessibility == Accessibility.Private);

    private static ISymbol? Hidden(ISymbol member, IEnumerable<INamedTypeSymbol> bases) => bases
        .SelectMany(type => type.GetMembers(member.Name))
        .FirstOrDefault(other => other is IPropertySymbol or IFieldSymbol && other.DeclaredAccessibility != Accessibility.Private);

    private static string? LossOf(ModelRuleContext context, ISymbol member, ISymbol hidden)
    {
        if (MemberAttributes.All(member).Any())
            return null;
        if (MemberAttributes.All(hidden).FirstOrDefault() is { } attribute)
            return $"whose [{AttributeNames.WithoutSuffix(attribute.AttributeClass!.Name)}] does not apply to it";
        var wasStored = hidden is IPropertySymbol { IsStatic: false, DeclaredAccessibility: Accessibility.Public } && !hidden.IsComputed();
        return wasStored && context.Spec.Members.All(stored => stored.Name != member.Name) ? "which is therefore not stored" : null;
    }
}
