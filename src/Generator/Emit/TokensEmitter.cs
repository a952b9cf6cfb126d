using DynamoToolkit.Shared.Model;
using static DynamoToolkit.Generator.Emit.WellKnownNames;

namespace DynamoToolkit.Generator.Emit;

/// <summary>Writes the structs of attribute tokens: what <c>r</c> is in <c>r => r.Status == RunStatus.Running</c>.</summary>
internal static class TokensEmitter
{
    /// <summary>What every struct has already.</summary>
    private static readonly HashSet<string> OfEveryStruct =
        [nameof(Equals), nameof(GetHashCode), nameof(GetType), nameof(MemberwiseClone), nameof(ReferenceEquals), nameof(ToString)];

    /// <summary>Emits the structs: for a map one that can stand at any place, for an item type one for each use.</summary>
    public static void Emit(SourceWriter writer, ItemSpec item)
    {
        if (item.TableName is null)
        {
            Map(writer, item);
            return;
        }

        var name = Literals.Xml(item.Type.Name.TrimStart('@'));
        Struct(writer, item.Names.Attributes, $"The attributes of {name}, for conditions and for filters of scans.", item.Members);
        writer.Line();
        Struct(writer, item.Names.FilterAttributes, $"The attributes of {name} that a query's filter can use: all but the table's keys.", item.Members.Where(member => !IsTableKey(item, member)));
        writer.Line();
        Struct(writer, item.Names.UpdatableAttributes, $"The attributes of {name} that an update can change: all but those that keys are made of.", item.Members.Where(member => IsUpdatable(item, member)));
        foreach (var index in item.Indexes)
        {
            writer.Line();
            var summary = $"The attributes of {name} that a filter on the index <c>{Literals.Xml(index.Name)}</c> can use: what it holds, but for its keys.";
            Struct(writer, index.AttributesName, summary, item.Members.Where(member => IsFilterable(item, index, member)));
        }
    }

    private static void Struct(SourceWriter writer, string name, string summary, IEnumerable<MemberSpec> members)
    {
        writer.Line($"/// <summary>{summary}</summary>");
        using var block = writer.Block($"public readonly struct {name}");
        Tokens(writer, members, member => $"new({Literals.String(member.AttributeName)})", member => member.Flatten is { } flatten ? Flattened($"default({AttributePath})", flatten) : $"new {AttributePath}({Literals.String(member.AttributeName)})");
    }

    private static void Map(SourceWriter writer, ItemSpec item)
    {
        var name = item.Names.Attributes;
        var type = item.Type.Name;

        // A member may have the name of the parameter.
        var path = "path";
        for (var i = 2; item.Members.Any(member => member.Name == path); i++)
            path = "path" + i;
        writer.Line($"""
            /// <summary>The attributes of {Literals.Xml(item.Type.Name.TrimStart('@'))}, wherever in an item it is.</summary>
            /// <param name="{path}">Where it is.</param>
            """);
        using var block = writer.Block(
            $"public readonly struct {name}({AttributePath} {path}) : {IAttributeTokens}<{name}>, {IAttribute}<{type}, {Converters}MapConverter<{type}>>");
        writer.Line($"{AttributePath} {IAttribute}.Path => {path};");
        writer.Line();
        writer.Line($"static {name} {IAttributeTokens}<{name}>.At({AttributePath} {path}) => new({path});");
        if (item.Members.Any(member => member.TokenAccess != TokenAccess.None))
            writer.Line();
        Tokens(writer, item.Members, member => $"new({path}.Member({Literals.String(member.AttributeName)}))", member => member.Flatten is { } flatten ? Flattened(path, flatten) : $"{path}.Member({Literals.String(member.AttributeName)})");
    }

    private static void Tokens(SourceWriter writer, IEnumerable<MemberSpec> members, Func<MemberSpec, string> token, Func<MemberSpec, string> path)
    {
        var isFirst = true;
        foreach (var member in members.Where(member => member.TokenAccess != TokenAccess.None))
        {
            if (!isFirst)
                writer.Line();
            isFirst = false;
            var expression = member.Value.TokensName is null ? token(member) : $"new({path(member)})";
            writer.Line($"/// <summary>The attribute <c>{Literals.Xml(member.AttributeName)}</c>.</summary>");
            var hiding = OfEveryStruct.Contains(member.Name) ? "new " : "";
            writer.Line($"{(member.TokenAccess == TokenAccess.Public ? "public" : "internal")} {hiding}{TokenTypes.Of(member.Value)} {member.Identifier} => {expression};");
        }
    }

    private static string Flattened(string path, FlattenSpec flatten) => $"{path}.Flattened({Literals.String(flatten.Prefix)})";

    private static bool IsTableKey(ItemSpec item, MemberSpec member) => item.PartitionKey?.Member == member.Name || item.SortKey?.Member == member.Name;

    private static bool IsUpdatable(ItemSpec item, MemberSpec member)
    {
        var tableKeys = new[] { item.PartitionKey, item.SortKey }.OfType<KeySpec>();
        var composed = item.Indexes.SelectMany(index => index.Partition.Concat(index.Sort)).Where(key => key.IsComposed);
        return (item.IsAbstract || member.Assignment != MemberAssignment.None) && !tableKeys.Concat(composed).Any(key => key.Parts.Any(part => part.Member == member.Name));
    }

    private static bool IsFilterable(ItemSpec item, IndexSpec index, MemberSpec member)
    {
        if (index.Partition.Concat(index.Sort).Any(key => key.Member == member.Name))
            return false;
        return index.Projection == IndexProjectionSpec.All || IsTableKey(item, member) || member.AttributeNames.All(index.Include.Contains);
    }
}
