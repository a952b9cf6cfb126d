using DynamoToolkit.Shared.Model;
using static DynamoToolkit.Generator.Emit.WellKnownNames;

namespace DynamoToolkit.Generator.Emit;

/// <summary>Writes what keeping versions needs: the model, the method that names a history, and the copy's writer.</summary>
internal static class VersionEmitter
{
    /// <summary>Emits the model's property, if versions are kept.</summary>
    public static void Model(SourceWriter writer, ItemSpec item)
    {
        if (item.Versions is not { } versions)
            return;
        var type = item.Type.Name;
        var version = item.Member(versions.Member);
        var latestOnly = LatestOnly(item).ToList();
        using (writer.Indent($"Versions = new({Literals.String(versions.LatestVersionAttribute)},"))
        {
            using (writer.Indent($"{VersionNumberModel}.{(versions.IsLong ? "OfInt64" : "OfInt32")}<{type}>("))
            {
                writer.Line($"static item => item.{version.Identifier},");
                writer.Line($"static (item, value) => {{ {StampEmitter.Assign(item, version)} }}),");
            }

            writer.Line($"static item => (({type})item).MemberwiseClone())");
        }

        using var block = writer.Braces("},");
        var names = string.Join(", ", latestOnly.Select(member => Literals.String(member.AttributeName)));
        if (latestOnly.Count > 0)
            writer.Line($"LatestOnlyAttributes = [{names}],");
        CopyLatestOnly(writer, item, latestOnly);
        if (versions.SortKeySuffix is { } suffix)
            writer.Line($"SortKeySuffix = {Literals.String(suffix)},");
        Author(writer, item, "CreatedBy", versions.CreatedBy);
        Author(writer, item, "UpdatedBy", versions.UpdatedBy);
        if (item.Members.Any(member => member.Value.Kind == ValueKind.Extra) || item.Family.Count > 0)
            writer.Line("HasExtraAttributes = true,");
    }

    /// <summary>Emits the method that names the versions of an item.</summary>
    public static void History(SourceWriter writer, ItemSpec item)
    {
        if (item.Versions is not { } versions || item.Names.History is not { } name)
            return;
        var type = item.Type.Name;
        var keys = new[] { item.PartitionKey, item.SortKey }.OfType<KeySpec>().ToList();
        writer.Line();
        writer.Line($"/// <summary>The versions of an item, whose keys are {KeyExpressions.Describe(keys)}.</summary>");
        var declaration = $"public static {ItemHistory}<{type}> {name}";
        if (item.IsSkeleton)
        {
            writer.Line($"{declaration}({SkeletonEmitter.Parameters}) => {SkeletonEmitter.Throw(item)};");
            return;
        }

        var all = KeyExpressions.Members(item, [.. keys]);
        var given = all.Where(member => member.Name != versions.Member).ToList();
        var names = new LocalNames(given);
        var arguments = all.Select(member => member.Name == versions.Member ? "0" : names[member]);
        using (writer.Indent($"{declaration}({KeyExpressions.Parameters(given, names)}) =>"))
            writer.Line($"new({item.Names.Key}({string.Join(", ", arguments)}));");
    }

    /// <summary>Emits <c>WriteLatest</c>.</summary>
    public static void WriteLatest(SourceWriter writer, ItemSpec item)
    {
        if (item.Versions is not { } versions)
            return;
        const string Bytes = "global::System.ReadOnlySpan<byte>";
        var type = item.Type.Name;
        var declaration =
            $"static void {IVersionedItem}<{type}>.WriteLatest(ref {ItemWriter} writer, {Bytes} version, in {type} item)";
        writer.Line();
        if (item.IsSkeleton)
        {
            writer.Line($"{declaration} => {SkeletonEmitter.Throw(item)};");
            return;
        }

        if (item.UsesObsoleteErrors)
            writer.Line(MarkObsolete);
        using var block = writer.Block(declaration);
        if (item.Family.Count > 0)
        {
            FamilyEmitter.WriteLatest(writer, item);
            if (item.IsAbstract)
                return;
            writer.Line();
        }

        writer.Line($"var copy = new {VersionCopy}(version);");
        writer.Line("var start = writer.BeginMap();");
        writer.Line("copy.Keep();");
        SortKey(writer, item, versions);
        foreach (var key in IndexKeys.LeftOut(item, IndexedVersionsSpec.Numbered))
            writer.Line($"copy.SkipIf(ref writer, {Literals.Prefix(key.AttributeName, string.Empty)});");
        writer.Line("copy.Rest(ref writer);");
        var prefix = Literals.Prefix(versions.LatestVersionAttribute, "{\"N\":\"");
        writer.Line($"writer.WriteNumber({prefix}, item.{item.Member(versions.Member).Identifier});");
        var locals = new LocalNames(item.Members, "writer", "item", "start", "version", "copy", "derived");
        foreach (var key in IndexKeys.LeftOut(item, IndexedVersionsSpec.Latest))
            MappingWriterEmitter.ComposedKey(writer, item, key);
        foreach (var member in LatestOnly(item))
            MappingWriterEmitter.Member(writer, member, locals);
        writer.Line("writer.EndMap(start);");
    }

    private static IEnumerable<MemberSpec> LatestOnly(ItemSpec item) => item.Members.Where(member => member.IsLatestOnly);

    /// <summary>The version in the sort key becomes 0: the whole number, or the end of a text.</summary>
    private static void SortKey(SourceWriter writer, ItemSpec item, VersionSpec versions)
    {
        var sort = item.SortKey!;
        if (versions.SortKeySuffix is not { } suffix)
        {
            writer.Line("copy.Skip(ref writer);");
            writer.Line($"writer.WriteRaw({Literals.Prefix(sort.AttributeName, "{\"N\":\"0\"}")});");
            return;
        }

        var zero = "1" + new string('0', versions.IsLong ? 19 : 10);
        writer.Line($"copy.Keep(ref writer, {Literals.Utf8(zero + Literals.JsonEscape(suffix) + "\"}")});");
    }

    private static void CopyLatestOnly(SourceWriter writer, ItemSpec item, List<MemberSpec> latestOnly)
    {
        if (latestOnly.Count == 0)
            return;
        using var block = writer.Block("CopyLatestOnly = static (from, to) =>", "},");
        writer.Line($"var (source, item) = (({item.Type.Name})from, ({item.Type.Name})to);");
        foreach (var member in latestOnly)
        {
            writer.Line(
                member.Accessor is null
                    ? $"item.{member.Identifier} = source.{member.Identifier};"
                    : AccessorEmitter.Assign(item, member, $"source.{member.Identifier}"));
        }
    }

    private static void Author(SourceWriter writer, ItemSpec item, string property, string? name)
    {
        if (name is null)
            return;
        var member = item.Member(name);
        writer.Line(
            $"{property} = {AuthorModel}.Of<{item.Type.Name}>("
            + $"static item => item.{member.Identifier}, static (item, value) => {{ {StampEmitter.Assign(item, member)} }}),");
    }
}
