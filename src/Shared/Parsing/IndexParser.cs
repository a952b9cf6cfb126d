using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>Reads [GlobalIndex] and [LocalIndex].</summary>
internal sealed class IndexParser(ParseContext context, List<StoredMember> members, KeyParser keys, KeySpec? tablePartition, bool hasTableSort)
{
    private const int MostKeyAttributes = 4;

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
                context.Fail();
            else if (indexes.Any(other => other.Name == name))
                context.Problem(RuleIds.DuplicateIndex, attribute, context.Type.ToMessage(), name);
            else if (Parse(attribute, name, isLocal, identifiers) is { } index)
                indexes.Add(index);
        }

        return indexes.ToEquatableArray();
    }

    private IndexSpec? Parse(AttributeData attribute, string name, bool isLocal, HashSet<string> identifiers)
    {
        if (ResourceName.Refusal(name) is { } reason)
            context.Problem(RuleIds.NameNotAllowed, attribute, "index", name, reason);
        if (isLocal && !hasTableSort)
            context.Problem(RuleIds.LocalIndexWithoutSortKey, attribute, name, context.Type.ToMessage());
        var partition = isLocal ? Local() : Keys(attribute, name, 1, "partition", "PartitionAttributeName", "_pk");
        var sort = Keys(attribute, name, isLocal ? 1 : 2, "sort", "SortAttributeName", "_sk");
        CheckProjection(attribute, name);
        var projection = (IndexProjectionSpec)(attribute.NamedNumber("Projection") ?? 0);
        var include = Include(attribute, name);
        if (partition.Contains(null) || sort.Contains(null))
            return null;
        CheckDistinct(attribute, name, [.. partition.Concat(sort).OfType<KeySpec>()]);

        var identifier = name.ToPascalIdentifier();
        for (var i = 2; !identifiers.Add(identifier); i++)
            identifier = name.ToPascalIdentifier() + i;
        return new IndexSpec
        {
            Name = name,
            Identifier = identifier,
            AttributesName = context.TakeName(identifier + "Attributes"),
            IsLocal = isLocal,
            Partition = partition.OfType<KeySpec>().ToEquatableArray(),
            Sort = sort.OfType<KeySpec>().ToEquatableArray(),
            Projection = include.Count > 0 ? IndexProjectionSpec.Include : projection,
            Include = include.ToEquatableArray(),
        };
    }

    private List<KeySpec?> Local() => [tablePartition];

    private List<KeySpec?> Keys(AttributeData attribute, string index, int argument, string what, string nameProperty, string suffix)
    {
        var templates = attribute.Texts(argument);
        if (templates.Count > MostKeyAttributes || (templates.Count == 0 && what == "partition"))
            context.Problem(RuleIds.IndexKeyCount, attribute, index, what, templates.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (templates.Count != 1 && attribute.NamedText(nameProperty) is not null)
            context.Problem(RuleIds.KeyNameWithoutKey, attribute, index, nameProperty, templates.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var explicitName = templates.Count == 1 ? attribute.NamedText(nameProperty) : null;
        var found = new List<KeySpec?>();
        foreach (var template in templates)
        {
            var defaultName = index + suffix + (found.Count == 0 ? "" : (found.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
            found.Add(keys.FromTemplate(attribute, template, explicitName, defaultName));
        }

        return found;
    }

    private void CheckProjection(AttributeData attribute, string index)
    {
        var projection = (IndexProjectionSpec?)attribute.NamedNumber("Projection");
        var includes = attribute.NamedTexts("Include").Count > 0;
        var reason = (projection, includes) switch
        {
            (IndexProjectionSpec.Include, false) => "has Projection Include and includes nothing; name members in Include, or use KeysOnly",
            (IndexProjectionSpec.All or IndexProjectionSpec.KeysOnly, true) => $"has Projection {projection} and Include, of which only one can hold; remove one of them",
            _ => null,
        };
        if (reason is not null)
            context.Problem(RuleIds.IndexProjectionContradicts, attribute, index, reason);
    }

    private void CheckDistinct(AttributeData attribute, string index, List<KeySpec> all)
    {
        var twice = all.GroupBy(key => key.AttributeName).FirstOrDefault(keys => keys.Count() > 1);
        if (twice is not null)
            context.Problem(RuleIds.KeyAttributeTwice, attribute, context.Type.ToMessage(), $"index '{index}'", twice.Key);
    }

    private List<string> Include(AttributeData attribute, string index)
    {
        var names = new List<string>();
        foreach (var included in attribute.NamedTexts("Include"))
        {
            var member = members.FirstOrDefault(member => member.Spec.Name == included && member.Spec.Value.Kind != ValueKind.Extra);
            if (member is null && !context.IsRefused(included))
                context.ProblemInText(RuleIds.IndexIncludeUnknown, attribute, included, index, included);
            if (member is not null)
                names.AddRange(member.Spec.AttributeNames);
        }

        return names;
    }
}
