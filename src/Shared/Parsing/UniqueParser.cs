using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>Reads [Unique] of a type and its members.</summary>
internal sealed class UniqueParser(ParseContext context, List<StoredMember> members, KeySpec?[] tableKeys)
{
    private readonly List<UniqueSpec> found = [];
    private readonly HashSet<string> methods = ["Unique", "ItemUnique"];

    // The name of the method for the value that is being read.
    private string preferred = "";

    /// <summary>The unique values: those of members first.</summary>
    public EquatableArray<UniqueSpec> Parse()
    {
        foreach (var member in members)
        {
            preferred = member.Spec.Name;
            foreach (var attribute in MemberAttributes.All(member.Symbol).Where(one => one.IsToolkit(AttributeNames.Unique)))
            {
                if (attribute.Texts(0).Count > 0)
                    Refuse(attribute, member.Spec.Name, "an attribute on a member takes no names; put it on the type to combine members");
                else
                    Add(attribute, [member.Spec.Name]);
            }
        }

        foreach (var attribute in context.Type.SelfAndBases().Reverse().SelectMany(type => type.GetAttributes()))
        {
            if (!attribute.IsToolkit(AttributeNames.Unique))
                continue;
            var names = attribute.Texts(0);
            if (names.Count > 0)
            {
                Add(attribute, [.. names]);
                continue;
            }

            var type = context.Type.DeclarerOf(attribute).Name;
            Refuse(attribute, type, "an attribute on a type has to name members; put it on the member, or name some");
        }

        return found.ToEquatableArray();
    }

    private void Add(AttributeData attribute, List<string> own)
    {
        var names = attribute.NamedTexts("Scope").Concat(own).ToList();
        var given = attribute.NamedText("Name");
        preferred = given?.ToPascalIdentifier() ?? string.Concat(own);
        if (TypeRefusal() is { } reason)
        {
            Refuse(attribute, own[0], reason);
            return;
        }

        if (names.Distinct().Count() < names.Count)
        {
            Refuse(attribute, own[0], "a member is named twice");
            return;
        }

        if (!names.TrueForAll(one => IsUsable(attribute, one)))
            return;

        var keyMembers = tableKeys.SelectMany(key => key?.Parts ?? default).Select(part => part.Member).OfType<string>();
        if (keyMembers.All(names.Contains))
        {
            Refuse(attribute, own[0], "the table's key consists of these members, so they are unique already; remove the attribute");
            return;
        }

        if (found.Any(other => other.Members.SequenceEqual(names)))
        {
            Refuse(attribute, own[0], "the same members are unique already; remove one of the attributes");
            return;
        }

        var name = given ?? $"{Families.OwnerName(context.Type)}.{string.Join("+", names)}";
        if (found.Any(other => other.Name == name && other.Members.Count != names.Count))
        {
            Refuse(attribute, own[0], $"another one with the name '{name}' has another number of members; use another name");
            return;
        }

        var method = preferred;
        for (var i = 2; !methods.Add(method); i++)
            method = preferred + i;
        found.Add(new UniqueSpec { Name = name, Method = method, Members = names.ToEquatableArray() });
    }

    private string? TypeRefusal()
    {
        if (!context.Type.HasToolkitAttribute(AttributeNames.Table))
            return "only whole items have unique values; put it into the type with [DynamoTable]";
        if (context.Type.IsValueType)
            return "a struct can't have unique values; use a class or record";
        if (context.Type.HasToolkitAttribute(AttributeNames.ViewOf))
            return "a view has the unique values of the type that it is a view of; remove the attribute from the view";
        if (VersionParser.LatestAttributeOf(context.Type) is not null)
            return "saves of versions can't reserve values; keep the values in items of another type";
        if (tableKeys.Any(key => key?.Shard is not null))
        {
            return "items with write shards move to other keys when the number of shards changes, and reservations name the key; "
                + "remove [WriteSharded] from the table's key";
        }

        var (partition, sort) = (tableKeys[0], tableKeys[1]);
        if (partition is { IsUnknown: false, Wire: not WireType.S } || sort is { IsUnknown: false, Wire: WireType.B })
            return "reservations need a table with a String as partition key, and a String, a Number or nothing as sort key";
        return null;
    }

    private bool IsUsable(AttributeData attribute, string name)
    {
        var member = members.FirstOrDefault(member => member.Spec.Name == name);
        if (member is null)
        {
            if (!context.IsRefused(name))
            {
                context.ProblemInText(
                    RuleTable.UniqueMemberUnknown, attribute, name, ("name", name), ("reason", UnstoredReasons.Of(context.Type, name)));
            }

            context.Fail();
            AddUnknown();
            return false;
        }

        if (MemberRefusal(member) is not { } reason)
            return true;
        Refuse(attribute, name, reason);
        return false;
    }

    private string? MemberRefusal(StoredMember member) => member.Spec switch
    {
        { HasOwnAttribute: false } => "it has no attribute of its own; use a single value",
        var spec when !KeyTypes.CanBeKey(spec.Value) =>
            $"{member.StoredType} is not stored as a String, Number or Binary; use a single value",
        { Stamp: not StampSpec.None } => "every write sets it; use a member that the program sets",
        { IsTimeToLive: true } => "it is the time to live; use another member",
        _ when member.Type.DeepAccess() > context.Type.Access() => "its type is less visible than the item type; make it as visible",
        _ => null,
    };

    private void Refuse(AttributeData attribute, string member, string reason)
    {
        context.Problem(RuleTable.UniqueNotPossible, attribute, ("member", member), ("reason", reason));
        AddUnknown();
    }

    /// <summary>A program may use the value nevertheless, so the skeleton has a method for it.</summary>
    private void AddUnknown()
    {
        if (methods.Add(preferred))
            found.Add(new UniqueSpec { Name = "", Method = preferred, Members = default });
    }
}
