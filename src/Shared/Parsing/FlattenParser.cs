using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>Reads [DynamoFlatten].</summary>
internal static class FlattenParser
{
    /// <summary>The nested type's attributes; null when it can't be flattened, which is then noted.</summary>
    public static FlattenSpec? Parse(ParseContext context, ISymbol member, AttributeData attribute)
    {
        var type = member.MemberType().WithoutNullable() as INamedTypeSymbol;
        if (type is null || !type.HasToolkitAttribute(AttributeNames.Map))
            return Refuse(context, member, "is flattened, but its type has no [DynamoMap]");
        if (Reaches(type, context.Type, []))
            return Refuse(context, member, "is flattened into itself");
        if (ItemParser.Parse(type, report: null, context.CancellationToken) is not { } nested)
        {
            // The nested type's own mistakes are reported at that type.
            context.Fail();
            return null;
        }

        if (nested.Family.Count > 0 || nested.Members.Any(other => other.Value.Kind == ValueKind.Extra))
            return Refuse(context, member, "is flattened, but its type does not declare all of its attributes");
        var prefix = attribute.NamedText("Prefix") ?? "";
        if (!AttributeText.IsWellFormed(prefix))
            return Refuse(context, member, "is flattened with half of a surrogate pair in its Prefix");
        var names = nested.Members.SelectMany(other => other.AttributeNames).ToList();
        if (nested.Discriminator is { } discriminator)
            names.Add(discriminator.AttributeName);
        return new FlattenSpec(prefix, names.Select(name => prefix + name).ToEquatableArray());
    }

    private static FlattenSpec? Refuse(ParseContext context, ISymbol member, string reason)
    {
        context.Problem(RuleTable.MemberNotStorable, member, ("member", member.Name), ("reason", reason));
        return null;
    }

    private static bool Reaches(INamedTypeSymbol type, INamedTypeSymbol target, HashSet<INamedTypeSymbol> seen)
    {
        if (SymbolEqualityComparer.Default.Equals(type, target))
            return true;
        if (!seen.Add(type))
            return false;
        return type.SelfAndBases()
            .SelectMany(self => self.GetMembers())
            .Where(member => member is IPropertySymbol or IFieldSymbol && MemberAttributes.Has(member, AttributeNames.Flatten))
            .Select(member => member.MemberType().WithoutNullable())
            .OfType<INamedTypeSymbol>()
            .Any(inner => Reaches(inner, target, seen));
    }
}
