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
        writer.Line($"Partition = {Key(item.PartitionKey!)},");
        if (item.SortKey is { } sort)
            writer.Line($"Sort = {Key(sort)},");
        if (item.Indexes.Count > 0)
        {
            writer.Line("Indexes =");
            using (writer.ListBlock())
            {
                foreach (var index in item.Indexes)
                    Index(writer, index);
            }
        }

        if (item.Discriminator is { } discriminator)
        {
            var derived = string.Join(", ", item.Family.Select(type => Literals.String(type.Discriminator.Name)));
            var names = derived.Length == 0 ? "" : $" {{ Derived = [{derived}] }}";
            writer.Line($"Discriminator = new {DiscriminatorModel}({Literals.String(discriminator.AttributeName)}, {Literals.String(discriminator.Name)}){names},");
        }

        if (item.Members.FirstOrDefault(member => member.IsTimeToLive) is { } timeToLive)
            writer.Line($"TimeToLiveAttribute = {Literals.String(timeToLive.AttributeName)},");
    }

    private static void Index(SourceWriter writer, IndexSpec index)
    {
        using var block = writer.Block($"new {IndexModel}({Literals.String(index.Name)})", "},");
        writer.Line($"Kind = {IndexKind}.{(index.IsLocal ? "Local" : "Global")},");
        writer.Line($"Partition = [{string.Join(", ", index.Partition.Select(Key))}],");
        if (index.Sort.Count > 0)
            writer.Line($"Sort = [{string.Join(", ", index.Sort.Select(Key))}],");
        if (index.Projection != IndexProjectionSpec.All)
            writer.Line($"Projection = {IndexProjection}.{index.Projection},");
        if (index.Include.Count > 0)
            writer.Line($"IncludedAttributes = [{string.Join(", ", index.Include.Select(Literals.String))}],");
    }

    private static string Key(KeySpec key)
    {
        var type = key.Wire switch
        {
            WireType.S => "String",
            WireType.N => "Number",
            WireType.B => "Binary",
            _ => throw new ArgumentOutOfRangeException(nameof(key), key.Wire, "No key has this type."),
        };
        if (!key.IsComposed)
            return $"new {KeyModel}({Literals.String(key.AttributeName)}, {KeyType}.{type})";
        var template = string.Concat(key.Parts.Select(part => part.Literal?.Replace("{", "{{").Replace("}", "}}") ?? "{" + part.Member + "}"));
        return $"{KeyModel}.Composed({Literals.String(key.AttributeName)}, {Literals.String(template)})";
    }
}
