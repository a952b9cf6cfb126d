using System.Globalization;
using System.Numerics;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>Finds the texts that stand for the members of an enum.</summary>
internal static class EnumNameParser
{
    /// <summary>The names that are written, and those that are only read. Names that can't be stored are noted as problems.</summary>
    public static (EquatableArray<EnumNameSpec> Members, EquatableArray<EnumNameSpec> Aliases) Parse(
        ParseContext context, INamedTypeSymbol type)
    {
        var values = new HashSet<object>();
        var members = new List<EnumNameSpec>();
        var aliases = new List<EnumNameSpec>();
        var taken = new Dictionary<string, IFieldSymbol>();
        foreach (var member in type.GetMembers().OfType<IFieldSymbol>())
        {
            if (member.ConstantValue is not { } value)
                continue;

            // The compiler itself reports two members of one name.
            if (type.GetMembers(member.Name).Length > 1)
            {
                context.Fail();
                continue;
            }

            var attribute = member.ToolkitAttribute(AttributeNames.EnumName);
            var name = new EnumNameSpec(member.Name, StoredName(member, attribute));
            if (IsNew(context, taken, member, name.Text))
                (values.Add(value) ? members : aliases).Add(name);
            foreach (var alias in attribute?.NamedTexts("Aliases") ?? [])
            {
                if (IsNew(context, taken, member, alias))
                    aliases.Add(new EnumNameSpec(member.Name, alias));
            }
        }

        return (members.ToEquatableArray(), aliases.ToEquatableArray());
    }

    private static string StoredName(IFieldSymbol member, AttributeData? own) =>
        own?.Text(0)
        ?? member.AttributeOf("System.Text.Json.Serialization.JsonStringEnumMemberNameAttribute")?.Text(0)
        ?? member.AttributeOf("System.Runtime.Serialization.EnumMemberAttribute")?.NamedText("Value")
        ?? member.Name;

    /// <summary>Whether a name is the first of its text. A second one for another value is a problem.</summary>
    private static bool IsNew(ParseContext context, Dictionary<string, IFieldSymbol> taken, IFieldSymbol member, string name)
    {
        if (Refusal(name) is { } reason)
        {
            context.Problem(RuleTable.EnumNameNotAllowed, member, ("member", NameOf(member)), ("name", name), ("reason", reason));
            return false;
        }

        if (!taken.TryGetValue(name, out var other))
        {
            taken.Add(name, member);
            return true;
        }

        if (!Equals(other.ConstantValue, member.ConstantValue))
        {
            context.Problem(
                RuleTable.DuplicateEnumName, member, ("member", NameOf(member)), ("other", NameOf(other)), ("name", name));
        }

        return false;
    }

    private static string NameOf(IFieldSymbol member) => $"{member.ContainingType.ToMessage()}.{member.Name}";

    private static string? Refusal(string name)
    {
        if (name.Length == 0)
            return "give it at least one character";
        if (BigInteger.TryParse(name, NumberStyles.Integer, CultureInfo.InvariantCulture, out _))
            return "values without a name are stored as the text of their number, so choose a name that is not a number";
        return AttributeText.SurrogateRefusal(name);
    }
}
