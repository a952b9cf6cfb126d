using System.Globalization;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>Reads [GlobalIndex] and [LocalIndex].</summary>
internal sealed class IndexParser(
    ParseContext context, List<StoredMember> members, KeyParser keys, ShardParser shards, KeySpec? tablePartition, KeySpec? tableSort)
{
    private const int MaxKeyAttributes = 4;

    /// <summary>The indexes of the type and its base classes, those of base classes first.</summary>
    public EquatableArray<IndexSpec> Parse()
    {
        var indexes = new List<IndexSpec>();

        // They become members of a nested class, which can't have the name of the class.
        var identifiers = new HashSet<string> { "Index", "ItemIndex" };
        foreach (var attribute in context.Type.SelfAndBases().Reverse().SelectMany(type => type.GetAttributes()))
        {
            var isLocal = attribute.IsToolkit(AttributeNames.LocalIndex);
            if (!isLocal && !attribute.IsToolkit(AttributeNames.GlobalIndex))
                continue;
            var name = attribute.Text(0) ?? "";
            if (attribute.AttributeConstructor is null)
            {
                context.Fail();
            }
            else if (indexes.FindIndex(other => other.Name == name) is >= 0 and var taken)
            {
                // A program may use either.
                context.Problem(RuleTable.DuplicateIndex, attribute, ("type", context.DeclarerOf(attribute)), ("index", name));
                indexes[taken] = indexes[taken] with { Partition = new([KeySpec.Unknown]), Sort = new([KeySpec.Unknown]) };
            }
            else
            {
                indexes.Add(Parse(attribute, name, isLocal, identifiers));
            }
        }

        return indexes.ToEquatableArray();
    }

    private IndexSpec Parse(AttributeData attribute, string name, bool isLocal, HashSet<string> identifiers)
    {
        if (ResourceName.Refusal(name) is { } reason)
            context.Problem(RuleTable.NameNotAllowed, attribute, ("kind", "index"), ("name", name), ("reason", reason));
        if (isLocal && tableSort is null)
            context.Problem(RuleTable.LocalIndexWithoutSortKey, attribute, ("index", name), ("type", context.DeclarerOf(attribute)));
        var shard = shards.OfIndex(name, isLocal, tablePartition, tableSort);
        var partition = isLocal ? [tablePartition] : Keys(attribute, name, 1, "partition", "PartitionAttributeName", "_pk", shard);
        var sort = Keys(attribute, name, isLocal ? 1 : 2, "sort", "SortAttributeName", "_sk");
        if (shard is not null)
            partition = shards.CheckIndex(name, shard, partition, sort);
        CheckProjection(attribute, name);
        var projection = (IndexProjectionSpec)(attribute.NamedNumber("Projection") ?? 0);
        var include = Include(attribute, name);
        if (IsTwice(attribute, name, [.. partition.Concat(sort).OfType<KeySpec>()]))
        {
            // A skeleton with the attribute twice would not compile.
            var seen = new HashSet<string>();
            partition = [.. partition.Select(key => key is not null && seen.Add(key.AttributeName) ? key : null)];
            sort = [.. sort.Select(key => key is not null && seen.Add(key.AttributeName) ? key : null)];
        }

        var identifier = name.ToPascalIdentifier();
        for (var i = 2; !identifiers.Add(identifier); i++)
            identifier = name.ToPascalIdentifier() + i;
        return new IndexSpec
        {
            Name = name,
            Identifier = identifier,
            AttributesName = context.TakeName(identifier + "Attributes"),
            IsLocal = isLocal,
            Partition = partition.Select(OrUnknown).ToEquatableArray(),
            Sort = sort.Select(OrUnknown).ToEquatableArray(),
            Projection = include.Count > 0 ? IndexProjectionSpec.Include : projection,
            Include = include.ToEquatableArray(),
            Versions = (IndexedVersionsSpec)(attribute.NamedNumber("Versions") ?? 0),
        };
    }

    private List<KeySpec?> Keys(
        AttributeData attribute, string index, int argument, string part, string nameProperty, string suffix, ShardSpec? shard = null)
    {
        var templates = attribute.Texts(argument);
        if (!CheckCount(attribute, index, templates.Count, part, nameProperty))
            return [null];
        var explicitName = templates.Count == 1 ? attribute.NamedText(nameProperty) : null;
        var found = new List<KeySpec?>();
        foreach (var template in templates)
        {
            var number = found.Count == 0 ? "" : (found.Count + 1).ToString(CultureInfo.InvariantCulture);
            found.Add(keys.FromTemplate(attribute, template, explicitName, index + suffix + number, shard));
        }

        return found;
    }

    /// <summary>What is wrong with the key has been noted, so that only a skeleton is generated.</summary>
    private static KeySpec OrUnknown(KeySpec? key) => key ?? KeySpec.Unknown;

    private bool CheckCount(AttributeData attribute, string index, int number, string part, string nameProperty)
    {
        var count = number.ToString(CultureInfo.InvariantCulture);
        if (number > MaxKeyAttributes || (number == 0 && part == "partition"))
        {
            context.Problem(
                RuleTable.IndexKeyCount,
                attribute,
                ("index", index), ("part", part), ("count", count), ("limit", MaxKeyAttributes.ToString(CultureInfo.InvariantCulture)));
            return false;
        }

        if (number != 1 && attribute.NamedText(nameProperty) is not null)
            context.Problem(RuleTable.KeyNameWithoutKey, attribute, ("index", index), ("property", nameProperty), ("count", count));
        return true;
    }

    private void CheckProjection(AttributeData attribute, string index)
    {
        var projection = (IndexProjectionSpec?)attribute.NamedNumber("Projection");
        var includes = attribute.NamedTexts("Include").Count > 0;
        var reason = (projection, includes) switch
        {
            (IndexProjectionSpec.Include, false) => "Projection Include, but includes nothing; list members in Include, or use KeysOnly",
            (IndexProjectionSpec.All or IndexProjectionSpec.KeysOnly, true) => $"both Projection {projection} and Include; remove one",
            _ => null,
        };
        if (reason is not null)
            context.Problem(RuleTable.IndexProjectionContradicts, attribute, ("index", index), ("reason", reason));
    }

    /// <summary>Whether a key has an attribute twice, which is then noted.</summary>
    private bool IsTwice(AttributeData attribute, string index, List<KeySpec> all)
    {
        var twice = all.Where(key => !key.IsUnknown).GroupBy(key => key.AttributeName).FirstOrDefault(keys => keys.Count() > 1);
        if (twice is null)
            return false;
        context.Problem(
            RuleTable.KeyAttributeTwice,
            attribute,
            ("type", context.DeclarerOf(attribute)), ("attribute", twice.Key), ("owner", $"index '{index}'"));
        return true;
    }

    private List<string> Include(AttributeData attribute, string index)
    {
        var names = new List<string>();
        foreach (var included in attribute.NamedTexts("Include"))
        {
            var member = members.FirstOrDefault(member => member.Spec.Name == included && member.Spec.Value.Kind != ValueKind.Extra);
            if (member is null && !context.IsRefused(included))
            {
                context.ProblemInText(
                    RuleTable.IndexIncludeUnknown,
                    attribute,
                    included,
                    ("index", index), ("name", included), ("reason", UnstoredReasons.Of(context.Type, included)));
            }

            if (member is not null)
                names.AddRange(member.Spec.AttributeNames);
        }

        // Without it, a query of the index could not tell the types of a family apart.
        if (names.Count > 0 && Families.AttributeNameOf(context.Type) is { } typeName && !names.Contains(typeName))
            names.Add(typeName);

        // Nor could it tell versions from the copies of the latest ones.
        if (names.Count > 0 && VersionParser.LatestAttributeOf(context.Type) is { } latest && !names.Contains(latest))
            names.Add(latest);
        return names;
    }
}
