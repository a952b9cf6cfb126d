using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>Reads [TrigramIndexed] of a type's members.</summary>
internal sealed class TrigramParser(ParseContext context, List<StoredMember> members, KeySpec?[] tableKeys)
{
    private const string StampType = "global::DynamoToolkit.TrigramStamp";

    private readonly List<TrigramSpec> found = [];
    private readonly HashSet<string> methods = ["Trigrams", "ItemTrigrams"];

    // The name of the method for the index that is being read.
    private string preferred = "";

    /// <summary>The indexes.</summary>
    public EquatableArray<TrigramSpec> Parse()
    {
        foreach (var member in members)
        {
            foreach (var attribute in MemberAttributes.All(member.Symbol).Where(one => one.IsToolkit(AttributeNames.TrigramIndexed)))
                Add(attribute, member);
        }

        return found.ToEquatableArray();
    }

    private void Add(AttributeData attribute, StoredMember text)
    {
        var given = attribute.NamedText("Name");
        preferred = PreferredOf(attribute, text);
        var scope = attribute.NamedTexts("Scope");
        if ((TypeRefusal() ?? TextRefusal(text)) is { } reason)
        {
            Refuse(attribute, text, reason);
            return;
        }

        if (!scope.All(name => IsUsable(attribute, text, name)))
            return;

        if (scope.Contains(text.Spec.Name) || scope.Distinct().Count() < scope.Count)
        {
            Refuse(attribute, text, "its scope names a member twice, or the text itself; remove one of the names");
            return;
        }

        var name = given ?? $"{Families.OwnerName(context.Type)}.{string.Join("+", scope.Append(text.Spec.Name))}";
        if (name.Length == 0 || AttributeText.SurrogateRefusal(name) is not null)
        {
            Refuse(attribute, text, "the index's name is empty or has half a surrogate pair; use another name");
            return;
        }

        if (found.Any(other => other.Name == name))
        {
            Refuse(attribute, text, $"the type has another index '{name}'; give one of them another Name");
            return;
        }

        var method = preferred;
        for (var i = 2; !methods.Add(method); i++)
            method = preferred + i;
        var upkeep = attribute.NamedNumber("Upkeep") == (int)TrigramUpkeepSpec.Stream ? TrigramUpkeepSpec.Stream : TrigramUpkeepSpec.Writer;
        var inherits = InheritsStamp(text);
        found.Add(new TrigramSpec
        {
            Name = name,
            Method = method,
            Text = text.Spec.Name,
            Scope = scope.ToEquatableArray(),
            Upkeep = upkeep,
            Stamp = upkeep == TrigramUpkeepSpec.Writer ? Stamp(name, method, inherits) : null,
            InheritsStamp = inherits,
        });
    }

    /// <summary>
    /// Whether a base class is an item type with the same index, whose generated part has the hidden member. The override of a member may
    /// have other indexes than the member.
    /// </summary>
    private bool InheritsStamp(StoredMember text) => context.Type.SelfAndBases().Skip(1).Any(type =>
        type.HasToolkitAttribute(AttributeNames.Table)
        && type.FindMember(text.Spec.Name) is { } member
        && MemberAttributes.All(member).Any(one => one.IsToolkit(AttributeNames.TrigramIndexed) && PreferredOf(one, text) == preferred));

    private static string PreferredOf(AttributeData attribute, StoredMember text) =>
        attribute.NamedText("Name")?.ToPascalIdentifier() ?? text.Spec.Name;

    private MemberSpec Stamp(string name, string method, bool inherits)
    {
        var member = "trigramsOf" + method;
        if (!inherits)
            member = context.TakeName(member);
        return new MemberSpec
        {
            Name = member,
            Identifier = member,
            AttributeName = "trigrams:" + name,
            Value = new ValueSpec
            {
                Kind = ValueKind.Custom,
                Type = new TypeRef("TrigramStamp", StampType, IsValueType: true),
                Wire = WireType.S,
                CustomConverter = StampType,
            },
            Assignment = MemberAssignment.Initializer,
            TokenAccess = TokenAccess.None,
            DefaultText = "default",
        };
    }

    private string? TypeRefusal()
    {
        if (!context.Type.HasToolkitAttribute(AttributeNames.Table))
            return "only whole items have an index; put it into the type with [DynamoTable]";
        if (context.Type.IsValueType)
            return "a struct can't have trigram indexes; use a class or record";
        if (context.Type.HasToolkitAttribute(AttributeNames.ViewOf))
            return "a view has the indexes of the type that it is a view of; remove the attribute from the view";
        if (VersionParser.LatestAttributeOf(context.Type) is not null)
            return "each version would be found by itself, and the latest one twice; keep the text in an item of another type";
        if (tableKeys.Any(key => key?.Shard is not null))
        {
            return "items with write shards move to other keys when the number of shards changes, and postings name the key; "
                + "remove [WriteSharded] from the table's key";
        }

        var (partition, sort) = (tableKeys[0], tableKeys[1]);
        if (partition is { IsUnknown: false, Wire: not WireType.S } || sort is null or { IsUnknown: false, Wire: not WireType.S })
            return "postings need a table with a String as partition key and a String as sort key";
        return null;
    }

    private string? TextRefusal(StoredMember text) => text.Spec switch
    {
        { Value: { Kind: not ValueKind.String } or { CustomConverter: not null } } or { HasOwnAttribute: false } =>
            $"{text.StoredType} is not a string without a converter; index a string",
        { Stamp: not StampSpec.None } => "every write sets it; use a member that the program sets",
        var spec when IsComputed(spec) => "it is computed; index the members that it is computed from",
        var spec when tableKeys.Any(key => key?.Members.Contains(spec.Name) == true) =>
            "it is part of the table's key, so an update could create an item that is not in the index; index a copy of it",
        _ => null,
    };

    private bool IsUsable(AttributeData attribute, StoredMember text, string name)
    {
        var member = members.FirstOrDefault(member => member.Spec.Name == name);
        if (member is null)
        {
            if (!context.IsRefused(name))
            {
                context.ProblemInText(
                    RuleTable.TrigramScopeUnknown,
                    attribute,
                    name,
                    ("member", text.Spec.Name), ("name", name), ("reason", UnstoredReasons.Of(context.Type, name)));
            }

            context.Fail();
            AddUnknown();
            return false;
        }

        if (ScopeRefusal(member) is not { } reason)
            return true;
        Refuse(attribute, text, reason);
        return false;
    }

    private string? ScopeRefusal(StoredMember member) => member.Spec switch
    {
        { HasOwnAttribute: false } => $"'{member.Spec.Name}' of its scope has no attribute of its own; use a single value",
        var spec when !KeyTypes.CanBeKey(spec.Value) =>
            $"'{member.Spec.Name}' of its scope is a {member.StoredType}, which is not stored as a String, Number or Binary; "
            + "use a single value",
        { Stamp: not StampSpec.None } or { IsTimeToLive: true } =>
            $"'{member.Spec.Name}' of its scope changes without a change of the item; use a member that the program sets",
        var spec when IsComputed(spec) =>
            $"'{member.Spec.Name}' of its scope is computed; use the members that it is computed from",
        _ when member.Type.DeepAccess() > context.Type.Access() =>
            $"the type of '{member.Spec.Name}' of its scope is less visible than the item type; make it as visible",
        _ => null,
    };

    /// <summary>Whether reads do not set a member. An abstract class has no reads of its own, so its derived types are checked.</summary>
    private bool IsComputed(MemberSpec member) => member.Assignment == MemberAssignment.None && !context.Type.IsAbstract;

    private void Refuse(AttributeData attribute, StoredMember text, string reason)
    {
        context.Problem(RuleTable.TrigramNotPossible, attribute, ("member", text.Spec.Name), ("reason", reason));
        AddUnknown();
    }

    /// <summary>A program may search the index nevertheless, so the skeleton has a method for it.</summary>
    private void AddUnknown()
    {
        if (methods.Add(preferred))
            found.Add(new TrigramSpec { Name = "", Method = preferred, Text = null, Scope = default, Upkeep = TrigramUpkeepSpec.Writer });
    }
}
