using System.Text;
using DynamoToolkit.Shared.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using static DynamoToolkit.Generator.Emit.WellKnownNames;

namespace DynamoToolkit.Generator.Emit;

/// <summary>Writes the file of an item type or nested type: what users call first, then the mapping.</summary>
internal static class ItemEmitter
{
    /// <summary>Adds the file.</summary>
    public static void Emit(SourceProductionContext context, ItemSpec item) =>
        context.AddSource(
            $"{item.HintName}.g.cs",
            SourceText.From(
                FileEmitter.Emit(item, Bases(item), writer => Body(writer, item), writer => Beside(writer, item)), Encoding.UTF8));

    private static string Bases(ItemSpec item)
    {
        var type = item.Type.Name;
        if (item.TableName is null)
            return $"{IDynamoMap}<{type}>";
        var tokens = TokensEmitter.AreInferred(item)
            ? $", {IHasTokens}<{type}.{item.Names.Attributes}, {type}.{item.Names.FilterAttributes}, "
                + $"{type}.{item.Names.UpdatableAttributes}>"
            : "";
        var tracked = item.Unique.Count > 0 ? $", {IUniqueItem}<{type}>" : item.IsTracked ? $", {ITrackedItem}<{type}>" : "";
        var searched = item.Trigrams.Count > 0 ? $", {ITrigramItem}<{type}>" : "";
        var expiring = item.Retention is not null ? $", {IRetainedItem}<{type}>"
            : item.Members.Any(member => member.IsTimeToLive) ? $", {IExpiringItem}<{type}>"
            : "";
        var materialized = item.Materialized.Count > 0 ? $", {IMaterializedItem}<{type}>" : "";
        return $"{(item.Versions is null ? IItem : IVersionedItem)}<{type}>{expiring}{tracked}{searched}{materialized}{tokens}";
    }

    private static void Body(SourceWriter writer, ItemSpec item)
    {
        if (item.TableName is not null)
        {
            KeyEmitter.Emit(writer, item);
            IndexEmitter.Emit(writer, item);
            UniqueEmitter.Emit(writer, item);
            MaterializedEmitter.Emit(writer, item);
            TrigramEmitter.Emit(writer, item);
            CounterEmitter.Emit(writer, item);
            writer.Line();
            ModelEmitter.Emit(writer, item);
            writer.Line();
        }

        Mapping(writer, item);
        writer.Line();
        TokensEmitter.Emit(writer, item);
        foreach (var type in item.Enums.Where(type => type.Storage == EnumStorageSpec.Name))
        {
            writer.Line();
            EnumConverterEmitter.Emit(writer, item, type);
        }
    }

    private static void Mapping(SourceWriter writer, ItemSpec item)
    {
        if (item.IsSkeleton)
        {
            SkeletonEmitter.Mapping(writer, item);
            VersionEmitter.WriteLatest(writer, item);
            return;
        }

        MappingWriterEmitter.Emit(writer, item);
        writer.Line();
        MappingReaderEmitter.Emit(writer, item);
        VersionEmitter.WriteLatest(writer, item);
        AccessorEmitter.Emit(writer, item);
    }

    private static void Beside(SourceWriter writer, ItemSpec item)
    {
        // Beside a generic type, which only a skeleton can be, its type parameters are not known.
        var isGeneric = item.IsSkeleton && item.Type.FullName.Contains('<');
        if (item is { TableName: not null, Access: not TokenAccess.None } && !TokensEmitter.AreInferred(item) && !isGeneric)
            ExpressionsEmitter.Emit(writer, item);
    }
}
