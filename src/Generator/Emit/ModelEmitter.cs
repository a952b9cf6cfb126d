using DynamoToolkit.Shared.Model;
using static DynamoToolkit.Generator.Emit.WellKnownNames;

namespace DynamoToolkit.Generator.Emit;

/// <summary>Writes the table model as data.</summary>
internal static class ModelEmitter
{
    /// <summary>Emits the interface's property.</summary>
    public static void Emit(SourceWriter writer, ItemSpec item)
    {
        var type = item.Type.Name;
        if (item.IsSkeleton)
        {
            writer.Line($"static {TableModel} {IItem}<{type}>.Model => {SkeletonEmitter.Throw(item)};");
            return;
        }

        using var block = writer.Block(
            $"static {TableModel} {IItem}<{type}>.Model {{ get; }} = new({Literals.String(item.TableName!)}, typeof({type}))", "};");
        writer.Line($"Partition = {Key(item, item.PartitionKey!)},");
        if (item.SortKey is { } sort)
            writer.Line($"Sort = {Key(item, sort)},");
        if (item.Indexes.Count > 0)
        {
            writer.Line("Indexes =");
            using (writer.ListBlock())
            {
                foreach (var index in item.Indexes)
                    Index(writer, item, index);
            }
        }

        if (item.TypeAttributeName is { } attribute)
        {
            var name = item is { IsAbstract: false, Discriminator: { } own } ? Literals.String(own.Name) : "null";
            var derived = string.Join(", ", item.Family.Select(type => Literals.String(type.Discriminator.Name)));
            var names = derived.Length == 0 ? "" : $" {{ Derived = [{derived}] }}";
            writer.Line($"Discriminator = new {DiscriminatorModel}({Literals.String(attribute)}, {name}){names},");
        }

        var indexed = item.Family.Where(derived => derived.HasIndexes).ToList();
        if (indexed.Count > 0)
            writer.Line($"Below = [{string.Join(", ", indexed.Select(derived => $"{TableModel}.Of<{derived.Type.FullName}>()"))}],");
        StampEmitter.Emit(writer, item);
        UniqueEmitter.Model(writer, item);
        TrigramEmitter.Model(writer, item);
        VersionEmitter.Model(writer, item);
        ShardMemberEmitter.Emit(writer, item);
        CounterEmitter.Model(writer, item);
        MaterializedEmitter.Model(writer, item);
        if (item.ViewOf is { } viewed)
            writer.Line($"ViewOf = {TableModel}.Of<{viewed}>(),");
        if (item.Members.FirstOrDefault(member => member.IsTimeToLive) is { } timeToLive)
            writer.Line($"TimeToLiveAttribute = {Literals.String(timeToLive.AttributeName)},");
        else if (item.Family.FirstOrDefault(derived => derived.Expires) is { } expiring)
            writer.Line($"TimeToLiveAttribute = {TableModel}.Of<{expiring.Type.FullName}>().TimeToLiveAttribute,");
    }

    private static void Index(SourceWriter writer, ItemSpec item, IndexSpec index)
    {
        using var block = writer.Block($"new {IndexModel}({Literals.String(index.Name)})", "},");
        writer.Line($"Kind = {IndexKind}.{(index.IsLocal ? "Local" : "Global")},");
        writer.Line($"Partition = [{string.Join(", ", index.Partition.Select(key => IndexKey(item, key)))}],");
        if (index.Sort.Count > 0)
            writer.Line($"Sort = [{string.Join(", ", index.Sort.Select(key => IndexKey(item, key)))}],");
        if (index.Projection != IndexProjectionSpec.All)
            writer.Line($"Projection = {IndexProjection}.{index.Projection},");
        if (index.Versions != IndexedVersionsSpec.All)
            writer.Line($"Versions = {IndexedVersions}.{index.Versions},");
        if (index.Include.Count > 0)
            writer.Line($"IncludedAttributes = [{string.Join(", ", index.Include.Select(Literals.String))}],");
    }

    private static string Key(ItemSpec item, KeySpec key)
    {
        if (key.Member is { } own && item.Member(own).Value is { Kind: not ValueKind.String, Wire: WireType.S } value)
            return $"{KeyModel}.Converted<{value.Type.FullName}, {ConverterNames.Of(value)}>({Literals.String(key.AttributeName)})";
        if (!key.IsComposed)
            return $"new {KeyModel}({Literals.String(key.AttributeName)}, {TypeOf(key)})";
        var parts = key.Parts.Where(part => part.Member is not null).Select(part => item.Member(part.Member!).Value).ToList();
        var forms = parts.All(part => part.Kind == ValueKind.String) ? "" : ", " + string.Join(", ", parts.Select(Form));
        return $"{KeyModel}.Composed({Composition(key)}{forms}){ShardExpressions.Model(item, key)}";
    }

    private static string TypeOf(KeySpec key) => key.Wire switch
    {
        WireType.S => $"{KeyType}.String",
        WireType.N => $"{KeyType}.Number",
        WireType.B => $"{KeyType}.Binary",
        _ => throw new ArgumentOutOfRangeException(nameof(key), key.Wire, "No key has this type."),
    };

    private static string Composition(KeySpec key)
    {
        var template = string.Concat(
            key.Parts.Select(part => part.Literal?.Replace("{", "{{").Replace("}", "}}") ?? "{" + part.Member + "}"));
        return $"{Literals.String(key.AttributeName)}, {Literals.String(template)}";
    }

    /// <summary>The key of an index, which an update composes anew if it changes a member of it or creates the item.</summary>
    private static string IndexKey(ItemSpec item, KeySpec key)
    {
        var ofItem = KeyExpressions.Members(item, item.PartitionKey, item.SortKey);
        var members = KeyExpressions.Members(item, key);
        var parts = members.Where(member => !ofItem.Contains(member)).ToList();

        // A constant needs no code, and a member with an attribute of its own is written by an update that sets it.
        var isSimple = key.IsComposed ? members.Count == 0 : parts.Count > 0;
        if (isSimple || key.AttributeName == item.PartitionKey!.AttributeName || key.AttributeName == item.SortKey?.AttributeName)
            return Key(item, key);

        // What the table's key holds comes from there. The brackets keep :: from ending a hole of an interpolated string.
        var names = new LocalNames(members, "parts");
        foreach (var part in parts)
            names.Replace(part, $"(parts.Get<{part.Value.Type.FullName}>({Literals.String(part.AttributeName)}))");
        var value = KeyExpressions.Value(item, key, names);
        if (parts.Count < members.Count)
        {
            var outs = ofItem.Select(member => members.Contains(member) ? $"out var {names[member]}" : "out var _");
            value = $"{item.Names.TryParseKey}(parts.Key<{item.Type.Name}>(), {string.Join(", ", outs)}) ? {value} : default";
        }

        if (!key.IsComposed)
            return $"{KeyModel}.Copied({Literals.String(key.AttributeName)}, {TypeOf(key)}, static parts => {value})";
        var list = string.Join(", ", parts.Select(part => $"new({Literals.String(part.Name)}, {Literals.String(part.AttributeName)})"));
        return $"{KeyModel}.Composed({Composition(key)}, [{list}], static parts => {value}){ShardExpressions.Model(item, key)}";
    }

    /// <summary>The form of a part of a template.</summary>
    private static string Form(ValueSpec value) => value switch
    {
        { Kind: ValueKind.String } => $"{KeyPart}.Text",
        { Enum: { Storage: EnumStorageSpec.Name } type } => $"{type.ConverterName}.Names",
        { Enum: { } type } => $"{KeyParts}.Of<{type.UnderlyingType}>()",
        _ => $"{KeyParts}.Of<{value.Type.FullName}>()",
    };
}
