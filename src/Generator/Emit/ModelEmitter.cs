using DynamoToolkit.Shared.Model;
using static DynamoToolkit.Generator.Emit.WellKnownNames;

namespace DynamoToolkit.Generator.Emit;

/// <summary>Writes the table model as data.</summary>
internal static class ModelEmitter
{
    /// <summary>Emits the model's field and the interface's property.</summary>
    public static void Emit(SourceWriter writer, ItemSpec item)
    {
        var type = item.Type.Name;
        writer.Line($"static {TableModel} {IItem}<{type}>.Model => {item.Names.Model};");
        writer.Line();
        using var block = writer.Block(
            $"private static readonly {TableModel} {item.Names.Model} = new({Literals.String(item.TableName!)}, typeof({type}))", "};");
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

        if (item.ViewOf is { } viewed)
        {
            writer.Line($"ViewOf = {TableModel}.Of<{viewed}>(),");
            if (item.TypeAttributeName is null)
                writer.Line($"Discriminator = {TableModel}.Of<{viewed}>().Discriminator,");
        }

        // Items expire whether or not a view of them has the member.
        if (item.Members.FirstOrDefault(member => member.IsTimeToLive) is { } timeToLive)
            writer.Line($"TimeToLiveAttribute = {Literals.String(timeToLive.AttributeName)},");
        else if (item.ViewOf is { } expiring)
            writer.Line($"TimeToLiveAttribute = {TableModel}.Of<{expiring}>().TimeToLiveAttribute,");
    }

    private static void Index(SourceWriter writer, ItemSpec item, IndexSpec index)
    {
        using var block = writer.Block($"new {IndexModel}({Literals.String(index.Name)})", "},");
        writer.Line($"Kind = {IndexKind}.{(index.IsLocal ? "Local" : "Global")},");
        writer.Line($"Partition = [{string.Join(", ", index.Partition.Select(key => Key(item, key)))}],");
        if (index.Sort.Count > 0)
            writer.Line($"Sort = [{string.Join(", ", index.Sort.Select(key => Key(item, key)))}],");
        if (index.Projection != IndexProjectionSpec.All)
            writer.Line($"Projection = {IndexProjection}.{index.Projection},");
        if (index.Include.Count > 0)
            writer.Line($"IncludedAttributes = [{string.Join(", ", index.Include.Select(Literals.String))}],");
    }

    private static string Key(ItemSpec item, KeySpec key)
    {
        var type = key.Wire switch
        {
            WireType.S => "String",
            WireType.N => "Number",
            WireType.B => "Binary",
            _ => throw new ArgumentOutOfRangeException(nameof(key), key.Wire, "No key has this type."),
        };
        if (key.Member is { } own && item.Member(own).Value is { Kind: not ValueKind.String, Wire: WireType.S } value)
            return $"{KeyModel}.Converted<{value.Type.FullName}, {ConverterNames.Of(value)}>({Literals.String(key.AttributeName)})";
        if (!key.IsComposed)
            return $"new {KeyModel}({Literals.String(key.AttributeName)}, {KeyType}.{type})";
        var template = string.Concat(key.Parts.Select(part => part.Literal?.Replace("{", "{{").Replace("}", "}}") ?? "{" + part.Member + "}"));
        var parts = key.Parts.Where(part => part.Member is not null).Select(part => item.Member(part.Member!).Value).ToList();
        var forms = parts.All(part => part.Kind == ValueKind.String) ? "" : ", " + string.Join(", ", parts.Select(Form));
        return $"{KeyModel}.Composed({Literals.String(key.AttributeName)}, {Literals.String(template)}{forms})";
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
