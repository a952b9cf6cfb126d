using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>Reads [ViewOf].</summary>
internal static class ViewParser
{
    /// <summary>The full name of the type whose items the parsed type is a view of; null if it has items of its own.</summary>
    public static string? Parse(
        ParseContext context, List<StoredMember> members, KeySpec?[] keys, EquatableArray<IndexSpec> indexes)
    {
        if (context.Type.ToolkitAttribute(AttributeNames.ViewOf) is not { } attribute)
            return null;
        var viewed = Viewed(context.Type);
        if (viewed?.IsUnknown() == true)
        {
            context.Fail();
            return null;
        }

        var reason = viewed is null ? "it is not a type" : RefusalOf(context, viewed, members, keys, indexes);
        if (reason is null)
            return viewed!.ToTypeRef().FullName;
        context.Problem(
            RuleTable.ViewNotPossible,
            attribute,
            ("type", context.Type.ToMessage()), ("other", viewed?.ToMessage() ?? "?"), ("reason", reason));
        return null;
    }

    /// <summary>The type that [ViewOf] names.</summary>
    public static INamedTypeSymbol? Viewed(INamedTypeSymbol type) =>
        type.ToolkitAttribute(AttributeNames.ViewOf) is { ConstructorArguments: [{ Value: INamedTypeSymbol viewed }] } ? viewed : null;

    private static string? RefusalOf(
        ParseContext context,
        INamedTypeSymbol viewed,
        List<StoredMember> members,
        KeySpec?[] keys,
        EquatableArray<IndexSpec> indexes)
    {
        var type = context.Type;
        if (SymbolEqualityComparer.Default.Equals(type, viewed))
            return "a type is not a view of itself; name the type that the items are of";
        if (!type.HasToolkitAttribute(AttributeNames.Table) || viewed.ToolkitAttribute(AttributeNames.Table) is not { } table)
            return "both must have [DynamoTable]";
        if (viewed.HasToolkitAttribute(AttributeNames.ViewOf))
            return "it is a view, too; name the type that the items are of";
        if (VersionParser.LatestAttributeOf(viewed) is not null)
            return "its versions are kept, and a view would not know of them; read a smaller type with As<TPart>()";
        if (type.ToolkitAttribute(AttributeNames.Table)!.Text(0) != table.Text(0))
            return "they are in different tables";

        // What is wrong with the other type is reported there.
        if (context.HasProblems || ItemParser.Parse(viewed, report: null, context.CancellationToken) is not { } spec)
            return null;
        KeySpec?[] otherKeys = [spec.PartitionKey, spec.SortKey];
        if (!keys.Select(key => OwnForm(key, TypeOf)).SequenceEqual(otherKeys.Select(key => OtherForm(key, TypeOf))))
            return "they have different keys; give both the same templates and types";

        // An update of the view would write its own key into the index.
        var forms = KeysOf(spec.Indexes).ToLookup(
            key => key.AttributeName, key => OtherForm(key, member => StoredAs(member, otherKeys)));
        if (KeysOf(indexes).FirstOrDefault(Differs) is { } differs)
            return $"they build the index key '{differs.AttributeName}' from different templates; give both the same";

        // An update of the view would store what the other type can't read.
        return members.FirstOrDefault(member => HasOtherType(member.Spec, spec)) is { } differing
            ? $"they store '{differing.Spec.AttributeName}' as different types; give both members the same type"
            : null;

        bool Differs(KeySpec key) => forms[key.AttributeName].Any(form => form != OwnForm(key, member => StoredAs(member, keys)));

        string? OwnForm(KeySpec? key, Func<MemberSpec, string> textOf) =>
            FormOf(key, name => textOf(members.First(member => member.Spec.Name == name).Spec));

        string? OtherForm(KeySpec? key, Func<MemberSpec, string> textOf) => FormOf(key, name => textOf(spec.Member(name)));
    }

    private static IEnumerable<KeySpec> KeysOf(EquatableArray<IndexSpec> indexes) =>
        indexes.SelectMany(index => index.Partition.Concat(index.Sort)).Where(key => key.IsComposed);

    private static bool HasOtherType(MemberSpec member, ItemSpec viewed) =>
        member.HasOwnAttribute
        && viewed.Members.FirstOrDefault(other => other.HasOwnAttribute && other.AttributeName == member.AttributeName) is { } same
        && member.Value.Wire != same.Value.Wire
        && member.Value.Wire != WireType.Unknown && same.Value.Wire != WireType.Unknown
        && member.Value.OtherForm == OtherCollectionForm.None && same.Value.OtherForm == OtherCollectionForm.None;

    private static string TypeOf(MemberSpec member) => member.Value.Type.FullName;

    /// <summary>What both types know a member by: its place in the keys of the table, with any name, or its attribute.</summary>
    private static string StoredAs(MemberSpec member, KeySpec?[] keys)
    {
        var place = keys.SelectMany(key => key?.Parts ?? []).ToList().FindIndex(part => part.Member == member.Name);
        return place < 0 ? member.AttributeName : $"#{place}";
    }

    /// <summary>What two keys have in common if they are always equal for the same values: names of members do not count.</summary>
    private static string? FormOf(KeySpec? key, Func<string, string> textOf)
    {
        if (key is null)
            return null;
        var parts = key.Parts.Select(part => part.Literal ?? $"{{{textOf(part.Member!)}}}");
        var shards = key.Shard is { } shard ? $"#{shard.Count},{shard.Also},{shard.IsRandom}" : "";
        return $"{key.AttributeName}:{key.Wire}:{string.Concat(parts)}{shards}";
    }
}
