using System.Text;
using DynamoToolkit.Shared.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using static DynamoToolkit.Generator.Emit.WellKnownNames;

namespace DynamoToolkit.Generator.Emit;

/// <summary>Writes all files of an item type: one for each concern.</summary>
internal static class ItemEmitter
{
    /// <summary>Adds the files.</summary>
    public static void Emit(SourceProductionContext context, ItemSpec item)
    {
        Add(context, item, "Mapping", Mapping(item));
        if (item.TableName is not null)
            Add(context, item, "Keys", Keys(item));
        Add(context, item, "Attributes", FileEmitter.PartialType(item, "", writer => TokensEmitter.Emit(writer, item)));
        if (item is { TableName: not null, Access: not TokenAccess.None })
            Add(context, item, "Expressions", FileEmitter.Beside(item, writer => ExpressionsEmitter.Emit(writer, item)));
    }

    private static string Keys(ItemSpec item) => FileEmitter.PartialType(item, "", writer =>
    {
        ModelEmitter.Emit(writer, item);
        writer.Line();
        KeyEmitter.Emit(writer, item);
        if (item.Indexes.Count == 0)
            return;
        writer.Line();
        IndexEmitter.Emit(writer, item);
    });

    private static string Mapping(ItemSpec item)
    {
        var implemented = item.TableName is null ? IDynamoMap : IItem;
        return FileEmitter.PartialType(item, $" : {implemented}<{item.Type.Name}>", writer =>
        {
            MappingWriterEmitter.Emit(writer, item);
            writer.Line();
            MappingReaderEmitter.Emit(writer, item);
            AccessorEmitter.Emit(writer, item);
            foreach (var type in item.Enums)
            {
                writer.Line();
                new EnumConverterEmitter(writer, item, type).Emit();
            }
        });
    }

    private static void Add(SourceProductionContext context, ItemSpec item, string concern, string text) =>
        context.AddSource($"{item.HintName}.{concern}.g.cs", SourceText.From(text, Encoding.UTF8));
}
