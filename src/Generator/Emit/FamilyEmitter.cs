using System.Globalization;
using System.Text;
using DynamoToolkit.Shared.Model;
using static DynamoToolkit.Generator.Emit.WellKnownNames;

namespace DynamoToolkit.Generator.Emit;

/// <summary>Writes how a base class hands over to its derived types: by the item's type when writing, by its name when reading.</summary>
internal static class FamilyEmitter
{
    /// <summary>Emits the beginning of <c>WriteMap</c>.</summary>
    public static void Write(SourceWriter writer, ItemSpec item)
    {
        using (writer.Block("switch (item)"))
        {
            foreach (var derived in item.Family)
            {
                using (writer.Indent($"case {derived.Type.FullName} derived:"))
                {
                    writer.Line($"WriteAs(ref writer, derived);");
                    writer.Line("return;");
                }
            }

            if (item.IsAbstract)
            {
                using (writer.Indent("default:"))
                {
                    var message = Literals.Escape(
                        $" has no [DynamoType] that tells it from the other types below {item.Type.Name.TrimStart('@')}.");
                    writer.Line($"throw new global::System.InvalidOperationException($\"{{item.GetType()}}{message}\");");
                }
            }
        }

        writer.Line();
        writer.Line(
            $"static void WriteAs<T>(ref {ItemWriter} writer, in T item) where T : {IDynamoMap}<T> => T.WriteMap(ref writer, in item);");
    }

    /// <summary>Emits the beginning of <c>WriteLatest</c>.</summary>
    public static void WriteLatest(SourceWriter writer, ItemSpec item)
    {
        using (writer.Block("switch (item)"))
        {
            foreach (var derived in item.Family)
            {
                using (writer.Indent($"case {derived.Type.FullName} derived:"))
                {
                    writer.Line("WriteLatestAs(ref writer, version, derived);");
                    writer.Line("return;");
                }
            }

            if (item.IsAbstract)
            {
                // Writing the version itself has refused other types.
                using (writer.Indent("default:"))
                    writer.Line("throw new global::System.InvalidOperationException();");
            }
        }

        writer.Line();
        using (writer.Indent(
            $"static void WriteLatestAs<T>(ref {ItemWriter} writer, global::System.ReadOnlySpan<byte> version, in T item)"))
        {
            writer.Line($"where T : {IVersionedItem}<T> => T.WriteLatest(ref writer, version, in item);");
        }
    }

    /// <summary>Emits the beginning of <c>ReadMap</c>: a look ahead for the name.</summary>
    public static void Read(SourceWriter writer, ItemSpec item)
    {
        var attribute = (item.Discriminator ?? item.Family[0].Discriminator).AttributeName;
        writer.Line("var ahead = reader;");
        writer.Line("ahead.BeginMap();");
        using (writer.Block("while (ahead.ReadName(out var found))"))
        {
            using (writer.Block($"if (!{ItemReader}.Is(found, {Literals.Utf8(attribute)}))"))
            {
                writer.Line("ahead.SkipValue();");
                writer.Line("continue;");
            }

            writer.Line();
            writer.Line("var kind = ahead.ReadText();");
            using (writer.Block("switch (kind.Length)"))
                Cases(writer, item);
            if (item is { IsAbstract: false, Discriminator: not null })
            {
                writer.Line();
                writer.Line("break;");
            }
        }

        writer.Line();
        if (item.IsAbstract)
            writer.Line($"throw ahead.MissingTypeName({Literals.String(attribute)}, typeof({item.Type.Name}));");
        if (item.IsAbstract)
            writer.Line();
        writer.Line($"static T ReadAs<T>(ref {ItemReader} reader) where T : {IDynamoMap}<T> => T.ReadMap(ref reader);");
    }

    private static void Cases(SourceWriter writer, ItemSpec item)
    {
        foreach (var derived in item.Family.OrderBy(derived => Length(derived.Discriminator.Name)))
        {
            using (writer.Indent(Case(derived.Discriminator.Name)))
                writer.Line($"return ReadAs<{derived.Type.FullName}>(ref reader);");
        }

        if (item is { IsAbstract: false, Discriminator: { } own })
        {
            using (writer.Indent(Case(own.Name)))
                writer.Line("break;");
        }

        using (writer.Indent("default:"))
            writer.Line($"throw ahead.Unexpected({Literals.String($"the name of a {item.Type.Name.TrimStart('@')}")}, kind);");
    }

    private static string Case(string name) =>
        $"case {Length(name).ToString(CultureInfo.InvariantCulture)} when {ItemReader}.Is(kind, {Literals.Utf8(name)}):";

    private static int Length(string name) => Encoding.UTF8.GetByteCount(name);
}
