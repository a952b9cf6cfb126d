using System.Globalization;
using System.Text;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using static DynamoToolkit.Generator.Emit.WellKnownNames;

namespace DynamoToolkit.Generator.Emit;

/// <summary>Writes the converter of an enum: switches over its names, no reflection.</summary>
internal sealed class EnumConverterEmitter(SourceWriter writer, ItemSpec item, EnumSpec type)
{
    private const string Invariant = "global::System.Globalization.CultureInfo.InvariantCulture";
    private const string Utf8 = "global::System.Text.Encoding.UTF8";

    private string Name => type.Type.FullName;

    private string Expected => Literals.String("a value of " + type.Type.Name.TrimStart('@'));

    /// <summary>Emits the converter as a nested type.</summary>
    public void Emit()
    {
        var how = type.Storage == EnumStorageSpec.Number
            ? "their numbers"
            : "their names; a value without a name as the text of its number";
        var isMapKey = item.Members.Any(member => IsMapKey(member.Value));
        writer.Line($"/// <summary>Stores values of <see cref=\"{Name}\"/> as {how}.</summary>");
        var access = type.Access switch { TokenAccess.Public => "public", TokenAccess.Internal => "internal", _ => "private" };
        using var block = writer.Block(
            $"{access} readonly struct {type.ConverterName} : {IAttributeConverter}<{Name}>{(isMapKey ? $", {IMapKeyConverter}<{Name}>" : "")}");
        if (type.Storage == EnumStorageSpec.Number)
        {
            Numbers();
            return;
        }

        Names();
        writer.Line();
        ToText();
        if (isMapKey)
            MapKey();
        if (IsKeyPart())
            TryParseText();
        writer.Line();
        TryParse();
    }

    private void Numbers() => writer.Line($"""
        /// <inheritdoc/>
        public static void Write(ref {ItemWriter} writer, {Name} value) => writer.WriteNumberValue(({(type.UnderlyingType is "byte" or "sbyte" ? "int" : type.UnderlyingType)})value);

        /// <inheritdoc/>
        public static {Name} Read(ref {ItemReader} reader) => ({Name})reader.ReadNumber<{type.UnderlyingType}>();
        """);

    private void Names() => writer.Line($$"""
        /// <inheritdoc/>
        public static void Write(ref {{ItemWriter}} writer, {{Name}} value) => writer.WriteStringValue(ToText(value));

        /// <inheritdoc/>
        public static {{Name}} Read(ref {{ItemReader}} reader)
        {
            var text = reader.ReadText();
            return TryParse(text, out var value) ? value : throw reader.Unexpected({{Expected}}, text);
        }
        """);

    private void ToText()
    {
        writer.Line("""
            /// <summary>The text that stands for a value.</summary>
            /// <param name="value">The value.</param>
            """);
        using var block = writer.Block($"public static string ToText({Name} value) => value switch", "};");
        foreach (var name in type.Members)
            writer.Line($"{Name}.{name.ToIdentifier()} => {Literals.String(name)},");
        writer.Line($"_ => (({type.UnderlyingType})value).ToString({Invariant}),");
    }

    private void MapKey()
    {
        writer.Line();
        writer.Line($"""
            /// <inheritdoc/>
            public static void WriteName(ref {ItemWriter} writer, {Name} key) => writer.WriteName(ToText(key));

            /// <inheritdoc/>
            public static {Name} ReadName(ref {ItemReader} reader, global::System.ReadOnlySpan<byte> name) =>
                TryParse(name, out var key) ? key : throw reader.UnexpectedName({Expected}, name);
            """);
    }

    private void TryParseText()
    {
        writer.Line();
        writer.Line($"""
            /// <summary>Finds the value that a text stands for.</summary>
            /// <param name="text">The text.</param>
            /// <param name="value">The value; the default one when there is none.</param>
            /// <returns>Whether there is one.</returns>
            public static bool TryParse(string text, out {Name} value) => TryParse({Utf8}.GetBytes(text), out value);
            """);
    }

    private void TryParse()
    {
        using var block = writer.Block($"private static bool TryParse(global::System.ReadOnlySpan<byte> text, out {Name} value)");
        using (writer.Block("switch (text.Length)"))
        {
            foreach (var name in type.Members.Concat(type.Aliases).OrderBy(name => Encoding.UTF8.GetByteCount(name)))
            {
                var length = Encoding.UTF8.GetByteCount(name).ToString(CultureInfo.InvariantCulture);
                using (writer.Indent($"case {length} when text.SequenceEqual({Literals.Utf8(name)}):"))
                {
                    writer.Line($"value = {Name}.{name.ToIdentifier()};");
                    writer.Line("return true;");
                }
            }

            using (writer.Indent("default:"))
            {
                writer.Line($"var isNumber = {type.UnderlyingType}.TryParse(text, {Invariant}, out var number);");
                writer.Line($"value = ({Name})number;");
                writer.Line("return isNumber;");
            }
        }
    }

    private bool IsMapKey(ValueSpec? value) => value is not null && (value.Key?.Enum == type || IsMapKey(value.Element));

    private bool IsKeyPart() => new[] { item.PartitionKey, item.SortKey }.Any(key =>
        key is { IsComposed: true } && key.Parts.Any(part => part.Member is not null && item.Member(part.Member).Value.Enum == type));
}
