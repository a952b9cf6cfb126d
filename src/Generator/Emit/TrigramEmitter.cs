using DynamoToolkit.Shared.Model;
using static DynamoToolkit.Generator.Emit.WellKnownNames;

namespace DynamoToolkit.Generator.Emit;

/// <summary>
/// Writes what an item type with trigram indexes needs: their model, the class that names where to search, and the hidden fields that hold
/// the stamps of an item's postings.
/// </summary>
internal static class TrigramEmitter
{
    /// <summary>Emits the model's property, if the type has trigram indexes.</summary>
    public static void Model(SourceWriter writer, ItemSpec item)
    {
        if (item.Trigrams.Count == 0)
            return;
        using var model = writer.Indent($"Trigrams = new {TrigramModel}(");
        writer.Line($"static item => (({item.Type.Name})item).MemberwiseClone(),");
        writer.Line(MemberValueExpressions.OfTimeToLive(item) + ",");
        for (var i = 0; i < item.Trigrams.Count; i++)
            Index(writer, item, item.Trigrams[i], i < item.Trigrams.Count - 1 ? "," : "),");
    }

    private static void Index(SourceWriter writer, ItemSpec item, TrigramSpec index, string end)
    {
        string[] arguments =
        [
            Literals.String(index.Name),
            MemberValueExpressions.Of(item, item.Member(index.Text!)),
            $"{TrigramUpkeep}.{index.Upkeep}",
            .. index.Scope.Select(member => MemberValueExpressions.Of(item, item.Member(member))),
        ];
        using (writer.Indent($"new {TrigramIndex}("))
        {
            for (var i = 0; i < arguments.Length; i++)
                writer.Line(arguments[i] + (i < arguments.Length - 1 ? "," : index.Stamp is null ? ")" + end : ")"));
        }

        if (index.Stamp is not { } stamp)
            return;
        using var block = writer.Braces("}" + end);
        using var model = writer.Indent($"Stamp = {TrigramStampModel}.Of<{item.Type.Name}>(");
        writer.Line($"{Literals.String(stamp.AttributeName)},");
        writer.Line($"static item => item.{stamp.Identifier},");
        writer.Line($"static (item, stamp) => item.{stamp.Identifier} = stamp),");
    }

    /// <summary>Emits the class of trigram indexes, with a method for each, and the hidden fields.</summary>
    public static void Emit(SourceWriter writer, ItemSpec item)
    {
        if (item.Trigrams.Count == 0)
            return;
        writer.Line();
        writer.Line("/// <summary>The trigram indexes, to search their texts.</summary>");
        using (writer.Block($"public static class {item.Names.Trigrams}"))
        {
            for (var i = 0; i < item.Trigrams.Count; i++)
            {
                if (i > 0)
                    writer.Line();
                Method(writer, item, item.Trigrams[i]);
            }
        }

        // Nothing reads a private field of a skeleton.
        foreach (var index in item.WrittenTrigrams.Where(index => !index.InheritsStamp && (item.MayHaveDerived || !item.IsSkeleton)))
        {
            writer.Line();
            var access = item.MayHaveDerived ? "protected" : "private";
            writer.Line($"/// <summary>Which write made the postings of <c>{Literals.Xml(index.Text!)}</c>.</summary>");
            if (item.MayHaveDerived)
                writer.Line(HideFromCompletion);
            writer.Line($"{access} {TrigramStamp} {index.Stamp!.Identifier};");
        }
    }

    private static void Method(SourceWriter writer, ItemSpec item, TrigramSpec index)
    {
        var keys = index.Text is null ? [KeySpec.Unknown] : index.Scope.Select(MemberValueExpressions.KeyOf).ToList();
        var names = string.Join(", ", index.Scope.Select(member => $"<c>{Literals.Xml(member)}</c>"));
        var text = index.Text is null ? "a member with a mistake" : $"<c>{Literals.Xml(index.Text)}</c>";
        writer.Line($"/// <summary>The index of {text}{(names.Length == 0 ? "" : " within a value of " + names)}.</summary>");
        var name = Literals.String(index.Name);
        KeyExpressions.Method(
            writer,
            item,
            keys,
            $"public static {TrigramScope}<{item.Type.Name}> {index.Method}",
            locals => item.IsSkeleton
                ? SkeletonEmitter.Throw(item)
                : $"new({string.Join(", ", keys.Select(key => KeyExpressions.Value(item, key, locals)).Prepend(name))})");
    }

    /// <summary>Emits what writes the stamp of an item's postings, if it has one.</summary>
    public static void WriteStamp(SourceWriter writer, TrigramSpec index) =>
        writer.Line($"item.{index.Stamp!.Identifier}.WriteTo(ref writer, {Literals.Prefix(index.Stamp.AttributeName, "{\"S\":\"")});");
}
