using System.Globalization;
using System.Text;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using static DynamoToolkit.Generator.Emit.WellKnownNames;

namespace DynamoToolkit.Generator.Emit;

/// <summary>Writes the converter of an enum: switches over its names, no reflection.</summary>
internal static class EnumConverterEmitter
{
    private const string Invariant = "global::System.Globalization.CultureInfo.InvariantCulture";

    /// <summary>Emits the converter as a nested type.</summary>
    public static void Emit(SourceWriter writer, EnumSpec type)
    {
        var how = type.Storage == EnumStorageSpec.Number
            ? "their numbers"
            : "their names; a value without a name as the text of its number";
        writer.Line($"/// <summary>Stores values of <see cref=\"{type.Type.FullName}\"/> as {how}.</summary>");
        using var block = writer.Block($"public readonly struct {type.ConverterName} : {IAttributeConverter}<{type.Type.FullName}>");
        if (type.Storage == EnumStorageSpec.Number)
        {
            Numbers(writer, type);
            return;
        }

        writer.Line($"""
            /// <inheritdoc/>
            public static void Write(ref {ItemWriter} writer, {type.Type.FullName} value) => writer.WriteStringValue(ToText(value));

            """);
        Read(writer, type);
        writer.Line();
        ToText(writer, type);
        writer.Line();
        TryParse(writer, type);
    }

    private static void Numbers(SourceWriter writer, EnumSpec type) => writer.Line($"""
        /// <inheritdoc/>
        public static void Write(ref {ItemWriter} writer, {type.Type.FullName} value) => writer.WriteNumberValue(({type.UnderlyingType})value);

        /// <inheritdoc/>
        public static {type.Type.FullName} Read(ref {ItemReader} reader) => ({type.Type.FullName})reader.ReadNumber<{type.UnderlyingType}>();
        """);

    private static void Read(SourceWriter writer, EnumSpec type)
    {
        writer.Line("/// <inheritdoc/>");
        using var block = writer.Block($"public static {type.Type.FullName} Read(ref {ItemReader} reader)");
        writer.Line("var text = reader.ReadText();");
        using (writer.Block("switch (text.Length)"))
        {
            foreach (var name in type.Members.Concat(type.Aliases).OrderBy(name => Encoding.UTF8.GetByteCount(name)))
            {
                var length = Encoding.UTF8.GetByteCount(name).ToString(CultureInfo.InvariantCulture);
                using (writer.Indent($"case {length} when text.SequenceEqual({Literals.Utf8(name)}):"))
                    writer.Line($"return {type.Type.FullName}.{name.ToIdentifier()};");
            }

            using (writer.Indent("default:"))
            {
                writer.Line($"return {type.UnderlyingType}.TryParse(text, {Invariant}, out var number)");
                writer.Line($"    ? ({type.Type.FullName})number");
                writer.Line($"    : throw reader.Unexpected({Literals.String("a value of " + type.Type.Name.TrimStart('@'))}, text);");
            }
        }
    }

    private static void ToText(SourceWriter writer, EnumSpec type)
    {
        writer.Line($"""
            /// <summary>The text that stands for a value.</summary>
            /// <param name="value">The value.</param>
            """);
        using var block = writer.Block($"public static string ToText({type.Type.FullName} value) => value switch", "};");
        foreach (var name in type.Members)
            writer.Line($"{type.Type.FullName}.{name.ToIdentifier()} => {Literals.String(name)},");
        writer.Line($"_ => (({type.UnderlyingType})value).ToString({Invariant}),");
    }

    private static void TryParse(SourceWriter writer, EnumSpec type)
    {
        writer.Line($"""
            /// <summary>Finds the value that a text stands for.</summary>
            /// <param name="text">The text.</param>
            /// <param name="value">The value; the default one when there is none.</param>
            /// <returns>Whether there is one.</returns>
            """);
        using var block = writer.Block($"public static bool TryParse(string text, out {type.Type.FullName} value)");
        using (writer.Block("switch (text)"))
        {
            foreach (var name in type.Members.Concat(type.Aliases))
            {
                using (writer.Indent($"case {Literals.String(name)}:"))
                {
                    writer.Line($"value = {type.Type.FullName}.{name.ToIdentifier()};");
                    writer.Line("return true;");
                }
            }

            using (writer.Indent("default:"))
            {
                writer.Line($"var isNumber = {type.UnderlyingType}.TryParse(text, {Invariant}, out var number);");
                writer.Line($"value = ({type.Type.FullName})number;");
                writer.Line("return isNumber;");
            }
        }
    }
}
