using DynamoToolkit.Shared.Model;
using static DynamoToolkit.Generator.Emit.WellKnownNames;

namespace DynamoToolkit.Generator.Emit;

/// <summary>Writes what an item type with unique values needs: their model, and the class that describes values.</summary>
internal static class UniqueEmitter
{
    /// <summary>Emits the model's property, if the type has unique values.</summary>
    public static void Model(SourceWriter writer, ItemSpec item)
    {
        if (item.Unique.Count == 0)
            return;
        using var model = writer.Indent($"Unique = new {UniqueModel}(");
        writer.Line(MemberValueExpressions.OfTimeToLive(item) + ",");
        for (var i = 0; i < item.Unique.Count; i++)
        {
            var unique = item.Unique[i];
            using var constraint = writer.Indent($"new {UniqueConstraint}(");
            writer.Line($"{Literals.String(unique.Name)},");
            var parts = unique.Members.Select(member => MemberValueExpressions.Of(item, item.Member(member))).ToList();
            for (var j = 0; j < parts.Count; j++)
                writer.Line(parts[j] + (j < parts.Count - 1 ? "," : i < item.Unique.Count - 1 ? ")," : ")),"));
        }
    }

    /// <summary>Emits the class of unique values, with a method for each kind.</summary>
    public static void Emit(SourceWriter writer, ItemSpec item)
    {
        if (item.Unique.Count == 0)
            return;
        writer.Line();
        writer.Line("/// <summary>The unique values, to find the item that has one.</summary>");
        using var block = writer.Block($"public static class {item.Names.Unique}");
        for (var i = 0; i < item.Unique.Count; i++)
        {
            if (i > 0)
                writer.Line();
            var unique = item.Unique[i];
            var keys = unique.Members.Count == 0 ? [KeySpec.Unknown] : unique.Members.Select(MemberValueExpressions.KeyOf).ToList();
            var names = string.Join(", ", unique.Members.Select(member => $"<c>{Literals.Xml(member)}</c>"));
            writer.Line($"/// <summary>A unique value of {(names.Length == 0 ? "members with a mistake" : names)}.</summary>");
            KeyExpressions.Method(
                writer,
                item,
                keys,
                $"public static {UniqueValue}<{item.Type.Name}> {unique.Method}",
                locals => item.IsSkeleton
                    ? SkeletonEmitter.Throw(item)
                    : $"new({Literals.String(unique.Name)}, {KeyExpressions.Values(item, keys, locals)})");
        }
    }
}
