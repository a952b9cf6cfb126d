using System.Globalization;
using DynamoToolkit.Shared.Model;
using static DynamoToolkit.Generator.Emit.WellKnownNames;

namespace DynamoToolkit.Generator.Emit;

/// <summary>Writes the class that names the members that materializers write, and their place in the model.</summary>
internal static class MaterializedEmitter
{
    /// <summary>Emits <c>Materialized</c>, if the type has such members.</summary>
    public static void Emit(SourceWriter writer, ItemSpec item)
    {
        if (item.Materialized.Count == 0)
            return;
        writer.Line();
        writer.Line("/// <summary>The members that materializers write.</summary>");
        using var block = writer.Block($"public static class {item.Names.Materialized}");
        for (var i = 0; i < item.Materialized.Count; i++)
        {
            if (i > 0)
                writer.Line();
            var member = item.Materialized[i];
            var identifier = item.Member(member.Member).Identifier;
            if (member.Child is not { } child || item.IsSkeleton)
                writer.Line($"public static dynamic {identifier} => {SkeletonEmitter.Throw(item)};");
            else
                Member(writer, item, member, child, identifier);
        }
    }

    /// <summary>Emits the model's property, if the type has such members.</summary>
    public static void Model(SourceWriter writer, ItemSpec item)
    {
        if (item.Materialized.Count == 0)
            return;
        var members = item.Materialized.Select(member => $"{item.Names.Materialized}.{item.Member(member.Member).Identifier}");
        writer.Line($"Materialized = [{string.Join(", ", members)}],");
    }

    private static void Member(SourceWriter writer, ItemSpec item, MaterializedSpec member, ItemSpec child, string identifier)
    {
        var type = member.IsCount ? MaterializedCount : MaterializedMap;
        writer.Line(member.IsCount
            ? $"/// <summary>The number of {Literals.Xml(child.Type.Name)} items of an item.</summary>"
            : $"/// <summary>Copies of <c>{Literals.Xml(child.Type.Name)}.{Literals.Xml(member.Value!)}</c>.</summary>");
        using var scope = writer.Indent(
            $"public static {type}<{item.Type.Name}, {child.Type.FullName}> {identifier} {{ get; }} = new(");
        writer.Line($"{Literals.String(member.Member)},");
        writer.Line($"{Literals.String(item.Member(member.Member).AttributeName)},");
        Place(writer, item, member, child);
        Children(writer, item, child, member);
        if (member.IsCount)
            return;
        var value = child.Member(member.Value!);
        var copy = KeyExpressions.Value(value, "value");
        writer.Line($"static child => child.{value.Identifier} is {{ }} value ? {copy} : default){Options(member)};");
    }

    /// <summary>The parent of a child's key.</summary>
    private static void Place(SourceWriter writer, ItemSpec item, MaterializedSpec member, ItemSpec child)
    {
        var ofParent = KeyExpressions.Members(item, item.PartitionKey, item.SortKey);
        var ofChild = KeyExpressions.Members(child, child.PartitionKey, child.SortKey);
        var names = new LocalNames(ofChild, "key");
        var outs = ofChild.Select(one => one.Name == member.Key || ofParent.Any(part => part.Name == one.Name)
            ? $", out var {names[one]}"
            : ", out var _");
        var parts = ofParent.Select(part => names[child.Member(part.Name)]).ToList();
        var name = member.Key is null ? "" : ", " + names[child.Member(member.Key)];
        using var scope = writer.Indent($"static key => {child.Type.FullName}.{child.Names.TryParseKey}(key{string.Concat(outs)})");
        writer.Line($"? new({item.Names.Key}({string.Join(", ", parts)}){name})");
        writer.Line(": default,");
    }

    /// <summary>Where the children of a parent's key are.</summary>
    private static void Children(SourceWriter writer, ItemSpec item, ItemSpec child, MaterializedSpec member)
    {
        var ofParent = KeyExpressions.Members(item, item.PartitionKey, item.SortKey);
        var partition = KeyExpressions.Members(child, child.PartitionKey);
        var prefix = Prefix(item, child);
        var used = partition.Select(part => part.Name).Concat(prefix.Select(part => part.Member).OfType<string>()).ToList();
        var names = new LocalNames(ofParent, "key");
        var outs = ofParent.Select(part => used.Contains(part.Name) ? $", out var {names[part]}" : ", out var _");
        var values = string.Join(", ", partition.Select(part => names[item.Member(part.Name)]));
        var text = prefix.Count == 0 ? "" : ", " + KeyExpressions.String(item, prefix, names);
        using var scope = writer.Indent($"static key => {item.Names.TryParseKey}(key{string.Concat(outs)})");
        writer.Line($"? new({child.Type.FullName}.{child.Names.Partition}({values}).Partition{text})");
        writer.Line($": default{(member.IsCount ? ");" : ",")}");
    }

    /// <summary>
    /// The parts of the children's sort key before the one that tells them apart. Literal text alone needs none: every read of the type
    /// begins with it.
    /// </summary>
    private static IReadOnlyList<TemplatePartSpec> Prefix(ItemSpec item, ItemSpec child)
    {
        if (child.SortKey is not { IsComposed: true } sort)
            return [];
        var ofParent = KeyExpressions.Members(item, item.PartitionKey, item.SortKey).Select(part => part.Name).ToList();
        var prefix = sort.Parts.TakeWhile(part => part.Member is null || ofParent.Contains(part.Member)).ToList();
        return prefix.Count < sort.Parts.Count && prefix.Any(part => part.Member is not null) ? prefix : [];
    }

    private static string Options(MaterializedSpec member)
    {
        var options = new List<string>();
        if (member.Where.Count > 0)
            options.Add($"Where = [{string.Join(", ", member.Where.Select(Literals.String))}]");
        if (member.Except.Count > 0)
            options.Add($"Except = [{string.Join(", ", member.Except.Select(Literals.String))}]");
        if (member.MaxBytes is { } bytes)
            options.Add($"MaxBytes = {bytes.ToString(CultureInfo.InvariantCulture)}");
        return options.Count == 0 ? "" : $" {{ {string.Join(", ", options)} }}";
    }
}
