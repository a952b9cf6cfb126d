using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using static DynamoToolkit.Generator.Emit.WellKnownNames;

namespace DynamoToolkit.Generator.Emit;

/// <summary>Writes the converter of an enum that is stored by name: a table of its names, no reflection.</summary>
internal static class EnumConverterEmitter
{
    /// <summary>Emits the converter as a nested type.</summary>
    public static void Emit(SourceWriter writer, ItemSpec item, EnumSpec type)
    {
        var name = type.Type.FullName;
        var isMapKey = item.Members.Any(member => IsMapKey(member.Value, type));
        var access = type.Access switch { TokenAccess.Public => "public", TokenAccess.Internal => "internal", _ => "private" };
        var bases = $"{IAttributeConverter}<{name}>{(isMapKey ? $", {IMapKeyConverter}<{name}>" : "")}";
        var members = type.Members.Concat(type.Aliases).ToList();
        writer.Line(
            $"/// <summary>Stores values of <c>{Literals.Xml(type.Type.Name.TrimStart('@'))}</c> as their names; "
            + "a value without a name as the text of its number.</summary>");
        if (type.IsObsoleteError)
            writer.Line(MarkObsolete);
        using var block = writer.Block($"{access} readonly struct {type.ConverterName} : {bases}");
        using (writer.Indent($"internal static readonly {EnumNames}<{name}, {type.UnderlyingType}> Names = new("))
        {
            writer.List("[", members.Select(member => $"{name}.{member.Member.ToIdentifier()}"), "],");
            writer.List("[", members.Select(member => Literals.String(member.Text)), "]);");
        }

        writer.Line();
        writer.Line($"public static void Write(ref {ItemWriter} writer, {name} value) => Names.Write(ref writer, value);");
        writer.Line();
        writer.Line($"public static {name} Read(ref {ItemReader} reader) => Names.Read(ref reader);");
        if (!isMapKey)
            return;
        writer.Line();
        writer.Line($"public static void WriteName(ref {ItemWriter} writer, {name} key) => Names.WriteName(ref writer, key);");
        writer.Line();
        writer.Line(
            $"public static {name} ReadName(ref {ItemReader} reader, global::System.ReadOnlySpan<byte> name) => " +
            "Names.ReadName(ref reader, name);");
    }

    private static bool IsMapKey(ValueSpec? value, EnumSpec type) =>
        value is not null && (value.Key?.Enum == type || IsMapKey(value.Element, type));
}
