using DynamoToolkit.Shared.Model;
using static DynamoToolkit.Generator.Emit.WellKnownNames;

namespace DynamoToolkit.Generator.Emit;

/// <summary>Writes the attribute tokens: what <c>r</c> is in <c>r => r.Status == RunStatus.Running</c>.</summary>
internal static class TokensEmitter
{
    /// <summary>What every type has already.</summary>
    private static readonly HashSet<string> OfEveryType =
        [nameof(Equals), nameof(GetHashCode), nameof(GetType), nameof(MemberwiseClone), nameof(ReferenceEquals), nameof(ToString)];

    /// <summary>
    /// Whether the compiler finds an item type's tokens by itself, where a lambda needs them. It does not for structs, because an interface
    /// is not variant in them, and not for a type that inherits the tokens of another.
    /// </summary>
    public static bool AreInferred(ItemSpec item) => item is { IsReferenceType: true, HidesBase: false };

    /// <summary>
    /// Emits the tokens: for a map a struct that can stand at any place, for an item type a class for each use. What one use has and the
    /// one before does not is all that its class adds, so that each token is written once.
    /// </summary>
    public static void Emit(SourceWriter writer, ItemSpec item)
    {
        if (item.TableName is null)
        {
            Map(writer, item);
            return;
        }

        var name = Literals.Xml(item.Type.Name.TrimStart('@'));
        var updatable = item.Members.Where(member => IsUpdatable(item, member)).ToList();
        var filter = item.Members.Where(member => !IsTableKey(item, member)).Except(updatable);
        var keys = item.Members.Where(member => IsTableKey(item, member));
        Class(
            writer,
            item.Names.UpdatableAttributes,
            $"The attributes of {name} that an update can change: all but what keys are made of.",
            updatable);
        writer.Line();
        Class(
            writer,
            $"{item.Names.FilterAttributes} : {item.Names.UpdatableAttributes}",
            $"The attributes of {name} that a query's filter can use: all but the table's keys.",
            filter);
        writer.Line();
        Class(
            writer,
            $"{item.Names.Attributes} : {item.Names.FilterAttributes}",
            $"The attributes of {name}, for conditions and for filters of scans.",
            keys);
        foreach (var index in item.Indexes)
        {
            writer.Line();
            Index(writer, item, index);
        }
    }

    private static void Class(SourceWriter writer, string declaration, string summary, IEnumerable<MemberSpec> members)
    {
        writer.Line($"/// <summary>{summary}</summary>");
        var visible = members.Where(member => member.TokenAccess != TokenAccess.None).ToList();
        if (visible.Count == 0)
        {
            writer.Line($"public class {declaration};");
            return;
        }

        using var block = writer.Block($"public class {declaration}");
        Tokens(writer, visible, path: null);
    }

    /// <summary>An index of whole items has all attributes and hides its keys; another has only what it holds.</summary>
    private static void Index(SourceWriter writer, ItemSpec item, IndexSpec index)
    {
        var name = Literals.Xml(index.Name);
        var summary = $"The attributes that a filter on the index <c>{name}</c> can use: what it holds, but for its keys.";
        if (item.IsSkeleton)
        {
            writer.Line($"public class {index.AttributesName} : {item.Names.Attributes};");
            return;
        }

        if (index.Projection != IndexProjectionSpec.All)
        {
            Class(
                writer, index.AttributesName, summary, item.Members.Where(member => !IsKeyOf(index, member) && IsIn(item, index, member)));
            return;
        }

        writer.Line($"/// <summary>{summary}</summary>");
        using var block = writer.Block($"public class {index.AttributesName} : {item.Names.Attributes}");
        foreach (var member in item.Members.Where(member => IsKeyOf(index, member) && member.TokenAccess != TokenAccess.None))
            writer.Line($"{Access(member)} new {KeyOfIndex} {member.Identifier} => default;");
    }

    private static void Map(SourceWriter writer, ItemSpec item)
    {
        var name = item.Names.Attributes;
        var type = item.Type.Name;

        // A member may have the name of the parameter.
        var path = "path";
        for (var i = 2; item.Members.Any(member => member.Name == path); i++)
            path = "path" + i;
        writer.Line($"/// <summary>The attributes of {Literals.Xml(item.Type.Name.TrimStart('@'))}, wherever in an item it is.</summary>");
        using var block = writer.Block($"""
            public readonly struct {name}({AttributePath} {path})
                : {IAttributeTokens}<{name}>, {IAttribute}<{type}, {Converters}MapConverter<{type}>>
            """);
        writer.Line($"{AttributePath} {IAttribute}.Path => {path};");
        writer.Line();
        writer.Line($"static {name} {IAttributeTokens}<{name}>.At({AttributePath} {path}) => new({path});");
        if (item.Members.Any(member => member.TokenAccess != TokenAccess.None))
            writer.Line();
        Tokens(writer, item.Members, path);
    }

    /// <summary>Properties that make the tokens: of the item itself, or of what is at a path.</summary>
    private static void Tokens(SourceWriter writer, IEnumerable<MemberSpec> members, string? path)
    {
        foreach (var member in members.Where(member => member.TokenAccess != TokenAccess.None))
        {
            if (member.IsUnmarkedMap)
            {
                writer.Line($"{Access(member)} dynamic {member.Identifier} => null;");
                continue;
            }

            if (member.IsObsoleteError)
                writer.Line(MarkObsolete);
            var hiding = OfEveryType.Contains(member.Name) ? "new " : "";
            writer.Line($"{Access(member)} {hiding}{TokenTypes.Of(member.Value)} {member.Identifier} => new({PathOf(member, path)});");
        }
    }

    private static string PathOf(MemberSpec member, string? path)
    {
        var name = Literals.String(member.AttributeName);
        if (member.Flatten is { } flatten)
            return $"{path ?? $"default({AttributePath})"}.Flattened({Literals.String(flatten.Prefix)})";
        if (path is not null)
            return $"{path}.Member({name})";
        return member.Value.TokensName is null ? name : $"new {AttributePath}({name})";
    }

    private static string Access(MemberSpec member) => member.TokenAccess == TokenAccess.Public ? "public" : "internal";

    private static bool IsTableKey(ItemSpec item, MemberSpec member) =>
        item.PartitionKey?.Member == member.Name || item.SortKey?.Member == member.Name;

    private static bool IsUpdatable(ItemSpec item, MemberSpec member)
    {
        var tableKeys = new[] { item.PartitionKey, item.SortKey }.OfType<KeySpec>();
        return (item.IsAbstract || item.IsSkeleton || member.Assignment != MemberAssignment.None)
            && (item.IsSkeleton || (member.Stamp == StampSpec.None && !item.IsTrackedBy(member) && !item.IsMaterialized(member)))
            && !tableKeys.Any(key => key.Members.Contains(member.Name));
    }

    private static bool IsKeyOf(IndexSpec index, MemberSpec member) =>
        index.Partition.Concat(index.Sort).Any(key => key.Member == member.Name);

    private static bool IsIn(ItemSpec item, IndexSpec index, MemberSpec member) =>
        IsTableKey(item, member) || member.AttributeNames.All(index.Include.Contains);
}
