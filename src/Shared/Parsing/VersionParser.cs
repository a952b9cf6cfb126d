using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>Reads [VersionControlled], and [Version], [CreatedBy] and [UpdatedBy] of its members.</summary>
internal sealed class VersionParser(
    ParseContext context, List<StoredMember> members, KeySpec? partition, KeySpec? sort, EquatableArray<IndexSpec> indexes)
{
    private const string DefaultLatestVersion = "latestVersion";

    /// <summary>The attribute that only version 0 of a type's items has; null if versions of them are not kept.</summary>
    public static string? LatestAttributeOf(INamedTypeSymbol type) =>
        AttributeOf(type) is { } attribute ? attribute.NamedText("LatestVersionAttributeName") ?? DefaultLatestVersion : null;

    /// <summary>How versions are kept; null if they are not. Members that saves assign, or only the copy stores, are replaced.</summary>
    public VersionSpec? Parse()
    {
        var version = Find(AttributeNames.Version);
        var (createdBy, updatedBy) = (Find(AttributeNames.CreatedBy), Find(AttributeNames.UpdatedBy));
        if (AttributeOf(context.Type) is not { } attribute)
        {
            CheckUnused();
            return null;
        }

        var owner = context.Type.DeclarerOf(attribute);
        if (Refusal(owner) is var (refused, reason))
            context.Problem(RuleTable.VersionControlNotPossible, attribute, ("type", refused.ToMessage()), ("reason", reason));
        if (!context.Type.HasToolkitAttribute(AttributeNames.Table))
            return null;
        var latest = LatestAttributeOf(context.Type)!;
        new LatestOnlyParser(context, members, partition, sort, indexes).Apply();
        CheckAuthor(AttributeNames.CreatedBy, createdBy);
        CheckAuthor(AttributeNames.UpdatedBy, updatedBy);
        CheckNames(attribute, latest);
        new IndexedVersionsParser(context, members, partition, sort, indexes).Check();
        if (version is null && !context.Refused.Any(member => MemberAttributes.Has(member, AttributeNames.Version)))
            context.Problem(RuleTable.VersionMissing, attribute, ("type", owner.ToMessage()));
        else if (version is not null)
            CheckVersion(version);
        MakeAssignable(version, createdBy, updatedBy);
        return new VersionSpec
        {
            Member = version?.Spec.Name ?? "",
            IsLong = version?.Spec.Value.Type.FullName == "long",
            LatestVersionAttribute = latest,
            SortKeySuffix = sort is { IsComposed: true, IsUnknown: false }
                ? string.Concat(sort.Parts.Reverse().TakeWhile(part => part.Member is null).Reverse().Select(part => part.Literal))
                : null,
            CreatedBy = createdBy?.Spec.Name,
            UpdatedBy = updatedBy?.Spec.Name,
        };
    }

    /// <summary>The nearest attribute of the type or its base classes.</summary>
    private static AttributeData? AttributeOf(INamedTypeSymbol type) => type.SelfAndBases()
        .Select(self => self.ToolkitAttribute(AttributeNames.VersionControlled))
        .FirstOrDefault(attribute => attribute is not null);

    /// <summary>The only member with an attribute.</summary>
    private StoredMember? Find(string attribute)
    {
        var marked = members.Where(member => MemberAttributes.Has(member.Symbol, attribute)).ToList();
        foreach (var extra in marked.Skip(1))
        {
            context.Problem(
                RuleTable.SeveralStamps,
                MemberAttributes.Find(extra.Symbol, attribute)!,
                ("attribute", AttributeNames.WithoutSuffix(attribute)), ("member", extra.Spec.Name), ("other", marked[0].Spec.Name));
        }

        return marked.FirstOrDefault();
    }

    /// <summary>Without [VersionControlled], the other attributes would do nothing.</summary>
    private void CheckUnused()
    {
        string[] needing = [AttributeNames.Version, AttributeNames.LatestOnly, AttributeNames.CreatedBy, AttributeNames.UpdatedBy];
        foreach (var member in members)
        {
            foreach (var name in needing)
            {
                if (MemberAttributes.Find(member.Symbol, name) is { } idle)
                    NotControlled(idle, $"[{AttributeNames.WithoutSuffix(name)}] on '{member.Spec.Name}'", member.Symbol.Declarer());
            }
        }

        foreach (var index in context.Type.SelfAndBases().SelectMany(type => type.GetAttributes()))
        {
            if (index.IsToolkit(AttributeNames.GlobalIndex) && index.NamedNumber("Versions") is not (null or 0))
                NotControlled(index, $"'Versions' of the index '{index.Text(0)}'", context.Type.DeclarerOf(index));
        }
    }

    private void NotControlled(AttributeData attribute, string what, INamedTypeSymbol declarer) => context.Problem(
        RuleTable.NotVersionControlled, attribute, ("what", what), ("type", declarer.ToMessage()));

    /// <summary>Which type can't have versions, and why; null if it can.</summary>
    private (INamedTypeSymbol Type, string Reason)? Refusal(INamedTypeSymbol declarer)
    {
        if (!context.Type.HasToolkitAttribute(AttributeNames.Table))
            return (declarer, "only whole items have versions; put it on the type with [DynamoTable]");
        if (context.Type.IsValueType)
            return (declarer, "a struct is copied, so that a save could not prepare an item for its version; use a class or record");
        if (context.Type.HasToolkitAttribute(AttributeNames.ViewOf))
            return (context.Type, "it is a view; put the attribute on the type that the items are of");
        return members.FirstOrDefault(member => member.Spec.Stamp == StampSpec.ConcurrencyToken) is not { } token ? null : (
            declarer.MostDerived(token.Symbol.Declarer()),
            "it has a [ConcurrencyToken] as well, and each save compares the version; remove one of the two");
    }

    private void CheckVersion(StoredMember version)
    {
        var attribute = MemberAttributes.Find(version.Symbol, AttributeNames.Version)!;
        if (version.Spec.Value is not { Kind: ValueKind.Integer, Wire: WireType.N, CustomConverter: null, IsNullable: false }
            || version.Spec.Value.Type.FullName is not ("int" or "long"))
        {
            context.Problem(
                RuleTable.VersionType, attribute, ("member", version.Spec.Name), ("type", version.Type.ToMessage()));
        }
        else if (PlaceOf(version) is { } reason)
        {
            context.Problem(RuleTable.VersionNotPossible, attribute, ("member", version.Spec.Name), ("reason", reason));
        }
    }

    /// <summary>What is wrong with the place that the version has, or does not have, in the keys.</summary>
    private string? PlaceOf(StoredMember version)
    {
        var name = version.Spec.Name;
        if (!StampParser.IsAssignable(version))
            return "it can't be assigned; add 'set' or 'init'";
        if (partition?.Parts.Any(part => part.Member == name) == true)
            return "it is part of the partition key, so that each version would be in another partition; put it only into the sort key";
        if (sort is null)
            return "the table has no sort key; make the member the sort key, or the last part of its template";
        if (sort.IsUnknown)
            return null;
        var inKey = sort.Parts.Where(part => part.Member is not null).Select(part => part.Member).ToList();
        if (!inKey.Contains(name))
            return "it is not in the sort key; make it the sort key, or the last part of its template";
        return inKey.Count(other => other == name) > 1 || inKey[inKey.Count - 1] != name
            ? "it is not the last part of the sort key's template, so that the versions of an item would not be next to each other; move it"
            : null;
    }

    private void CheckAuthor(string attribute, StoredMember? author)
    {
        if (author is null)
            return;
        var reason = author.Spec switch
        {
            { Value: not { Kind: ValueKind.String, CustomConverter: null } } => $"it is a '{author.Type.ToMessage()}'; use a string",
            var spec when IsInTableKey(spec.Name) => "it is part of the table's key; use another member",
            _ => StampParser.IsAssignable(author) ? null : "it can't be assigned; add 'set' or 'init'",
        };
        if (reason is not null)
        {
            context.Problem(
                RuleTable.AuthorNotPossible,
                MemberAttributes.Find(author.Symbol, attribute)!,
                ("attribute", AttributeNames.WithoutSuffix(attribute)), ("member", author.Spec.Name), ("reason", reason));
        }
    }

    private bool IsInTableKey(string member) =>
        new[] { partition, sort }.Any(key => key?.Parts.Any(part => part.Member == member) == true);

    private void CheckNames(AttributeData attribute, string latest)
    {
        if (AttributeText.Refusal(latest) is { } reason)
            context.Problem(RuleTable.NameNotAllowed, attribute, ("kind", "attribute"), ("name", latest), ("reason", reason));
        string[] reserved = [latest, VersionSpec.WriteIdAttribute];
        var owner = context.Type.DeclarerOf(attribute);
        foreach (var name in reserved)
        {
            if (members.FirstOrDefault(member => member.Spec.AttributeNames.Contains(name)) is { } taken)
                Reserved(taken.Symbol, owner.MostDerived(taken.Symbol.Declarer()), $"'{taken.Spec.Name}'", name);
            else if (Keys().Any(key => key.IsComposed && key.AttributeName == name))
                Reserved(owner, owner, "a key", name);
            else if (Families.AttributeNameOf(context.Type) == name)
                Reserved(owner, owner, "the name of its type", name);
        }

        void Reserved(ISymbol symbol, INamedTypeSymbol type, string what, string name) => context.Problem(
            RuleTable.VersionNameReserved, symbol, ("type", type.ToMessage()), ("what", what), ("attribute", name));
    }

    private IEnumerable<KeySpec> Keys() =>
        new[] { partition, sort }.OfType<KeySpec>().Concat(indexes.SelectMany(index => index.Partition.Concat(index.Sort)));

    /// <summary>A save assigns these members, even if C# does not allow the assignment.</summary>
    private void MakeAssignable(params StoredMember?[] assigned)
    {
        foreach (var name in assigned.OfType<StoredMember>().Select(member => member.Spec.Name).Distinct())
        {
            var i = members.FindIndex(member => member.Spec.Name == name);
            if (StampParser.IsAssignable(members[i]))
                members[i] = members[i] with { Spec = members[i].Spec with { Accessor = StampParser.AccessorOf(context, members[i]) } };
        }
    }
}
