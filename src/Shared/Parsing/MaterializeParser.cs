using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>Reads [Materialize] and [MaterializedCount]: members that are computed from child items.</summary>
internal sealed class MaterializeParser(
    ParseContext context, List<StoredMember> members, KeySpec?[] tableKeys, EquatableArray<IndexSpec> indexes)
{
    /// <summary>The materialized members, in their order.</summary>
    public EquatableArray<MaterializedSpec> Parse()
    {
        var found = new List<MaterializedSpec>();
        foreach (var member in members)
        {
            foreach (var name in new[] { AttributeNames.Materialize, AttributeNames.MaterializedCount })
            {
                if (MemberAttributes.Find(member.Symbol, name) is { } attribute)
                    found.Add(Parse(member, attribute, isCount: name == AttributeNames.MaterializedCount));
            }
        }

        return found.ToEquatableArray();
    }

    private MaterializedSpec Parse(StoredMember member, AttributeData attribute, bool isCount)
    {
        var unknown = new MaterializedSpec { Member = member.Spec.Name, Child = null, IsCount = isCount };

        // The compiler reports arguments that are missing.
        if (attribute.AttributeConstructor is null)
        {
            context.Fail();
            return unknown;
        }

        var child = attribute.Type(0);
        if (child?.IsUnknown() == true)
        {
            context.Fail();
            return unknown;
        }

        var reason = ParentRefusal(member, isCount) ?? ChildRefusal(child);
        if (reason is null)
        {
            // What is wrong with the other type is reported there.
            if (context.HasProblems || ItemParser.ParseWithoutChildren(child!, context.CancellationToken) is not { } spec)
            {
                context.Fail();
                return unknown;
            }

            var (key, value) = isCount ? (null, null) : (attribute.Text(1) ?? "", attribute.Text(2) ?? "");
            var keys = new ChildKeys(members, tableKeys, spec);
            reason = keys.Refusal(key) ?? (isCount ? null : MapRefusal(member, spec, key!, value!) ?? OptionRefusal(attribute));
            if (reason is null)
            {
                return new MaterializedSpec
                {
                    Member = member.Spec.Name,
                    Child = Trim(spec, key, value),
                    Key = key,
                    Value = value,
                    Where = attribute.NamedTexts("Where").ToEquatableArray(),
                    Except = attribute.NamedTexts("Except").ToEquatableArray(),
                    MaxBytes = attribute.NamedNumber("MaxBytes"),
                    IsCount = isCount,
                };
            }
        }

        context.Problem(
            RuleTable.MaterializeNotPossible,
            attribute,
            ("attribute", AttributeNames.WithoutSuffix(attribute.AttributeClass!.Name)),
            ("member", member.Spec.Name),
            ("reason", reason));
        return unknown;
    }

    /// <summary>A change of the child that does not matter here must not generate the parent anew.</summary>
    private static ItemSpec Trim(ItemSpec child, string? key, string? value)
    {
        var keys = child.Keys.Take(child.SortKey is null ? 1 : 2).SelectMany(one => one.Members).ToList();
        return child with
        {
            Members = child.Members.Where(one => keys.Contains(one.Name) || one.Name == key || one.Name == value).ToEquatableArray(),
            UseIds = default,
            ConstructorParameters = default,
            Indexes = default,
            Unique = default,
            Trigrams = default,
            Counters = default,
            Enums = default,
            Family = default,
            Discriminator = null,
            Retention = null,
        };
    }

    private string? ParentRefusal(StoredMember member, bool isCount)
    {
        var type = context.Type;
        if (!type.HasToolkitAttribute(AttributeNames.Table))
            return "only whole items have children; put it into the type with [DynamoTable]";
        if (type.HasToolkitAttribute(AttributeNames.ViewOf))
            return "a view has the materialized members of the type that it is a view of; remove the attribute from the view";
        if (VersionParser.LatestAttributeOf(type) is not null)
            return "its type has [VersionControlled], and each version would need the copies; keep them in another type";
        if (MovesRefusal(tableKeys) is { } moves)
            return $"its type has {moves}";
        if (!isCount && MemberAttributes.Has(member.Symbol, AttributeNames.MaterializedCount))
            return "it also has [MaterializedCount]; remove one of the two";
        if (member.Spec is not { Stamp: StampSpec.None, IsTimeToLive: false, Flatten: null, HasOwnAttribute: true }
            || tableKeys.Any(key => key?.Members.Contains(member.Spec.Name) == true))
        {
            return "it has another attribute that decides its value, or is part of a key; use a member for each";
        }

        if (indexes.Any(index => index.Partition.Concat(index.Sort).Any(key =>
            key.Members.Contains(member.Spec.Name) && key.AttributeName != member.Spec.AttributeName)))
        {
            return "the key of an index is composed of it, and materializers do not write that; use the member itself as the key";
        }

        var source = member.Spec.AttributeName + MaterializedSpec.SourceSuffix;
        if (members.Any(other => other.Spec.AttributeNames.Contains(source)))
            return $"another member is stored as '{source}', which materializers write; rename one of the two";
        if (!member.Spec.Value.IsNullable)
            return "it can't be null, which means that nothing was copied or counted yet; make it nullable";
        return (isCount, member.Spec.Value) switch
        {
            (true, { Kind: ValueKind.Integer, Wire: WireType.N, Type.FullName: "int" or "long" }) => null,
            (true, _) => "a number of items is an int? or long? without a converter",
            (false, { Kind: ValueKind.Dictionary, CustomConverter: null, Key: { Kind: ValueKind.String, CustomConverter: null } }) => null,
            (false, _) => "copies are in a dictionary with strings as keys, such as Dictionary<string, string>?",
        };
    }

    private string? ChildRefusal(INamedTypeSymbol? child)
    {
        if (child?.ToolkitAttribute(AttributeNames.Table) is not { } table)
            return "it does not name a type with [DynamoTable]";
        if (SymbolEqualityComparer.Default.Equals(child, context.Type))
            return "an item is not its own child; name the type of the children";
        if (table.Text(0) != context.Type.ToolkitAttribute(AttributeNames.Table)!.Text(0))
            return $"'{child.ToMessage()}' is in another table, and one stream has to report both";
        if (child.HasToolkitAttribute(AttributeNames.ViewOf))
            return $"'{child.ToMessage()}' is a view; name the type that the items are of";
        if (VersionParser.LatestAttributeOf(child) is not null)
            return $"'{child.ToMessage()}' has [VersionControlled], and each version would be a child; name a type without versions";
        return child.Access() > context.Type.Access()
            ? $"'{child.ToMessage()}' is less visible than the item type; make it as visible"
            : null;
    }

    /// <summary>Why items of a type with these keys can't be found by their key alone; null if they can.</summary>
    public static string? MovesRefusal(IEnumerable<KeySpec?> keys) => keys.Any(key => key?.Shard is not null)
        ? "[WriteSharded] for the table's key, so its items move when the number of shards changes; remove it there"
        : null;

    private static string? MapRefusal(StoredMember member, ItemSpec child, string key, string value)
    {
        if (child.Members.FirstOrDefault(one => one.Name == value) is not { } copied)
            return $"'{child.Type.Name}' has no stored member '{value}' to copy; name one with nameof";
        if (!copied.HasOwnAttribute || !KeyTypes.CanBeKey(copied.Value))
            return $"'{value}' is not stored as a String, Number or Binary, and only such values are copied; use a single value";
        if (value == key)
            return $"'{value}' is already the key in the map; name another member as the value";
        var element = member.Spec.Value.Element!;
        return element with { IsNullable = false } == copied.Value with { IsNullable = false }
            ? null
            : $"the values of the dictionary and '{value}' have different types or converters; give both the same";
    }

    private static string? OptionRefusal(AttributeData attribute)
    {
        const int maxOfItem = 400 * 1024;
        if (attribute.NamedTexts("Where").Concat(attribute.NamedTexts("Except")).Any(pattern => pattern.Length == 0))
            return "a pattern is empty and matches no key; use * for any text";
        return attribute.NamedNumber("MaxBytes") is < 1 or > maxOfItem
            ? "MaxBytes must be from 1 to the 409600 bytes that an item may have"
            : null;
    }
}
