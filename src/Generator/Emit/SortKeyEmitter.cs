using DynamoToolkit.Shared.Model;
using static DynamoToolkit.Generator.Emit.WellKnownNames;

namespace DynamoToolkit.Generator.Emit;

/// <summary>
/// Writes the conditions on a sort key, of the table or of an index. Where it holds one member, the runtime has them all; where it holds
/// several, they take several arguments, which are named here.
/// </summary>
internal static class SortKeyEmitter
{
    /// <summary>Emits the conditions.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="item">The item type.</param>
    /// <param name="name">The name of what has them.</param>
    /// <param name="scope">What they are for.</param>
    /// <param name="keys">The attributes of the sort key.</param>
    public static void Emit(SourceWriter writer, ItemSpec item, string name, string scope, EquatableArray<KeySpec> keys)
    {
        writer.Line($"/// <summary>Conditions on the sort key, {KeyExpressions.Describe(keys)}.</summary>");
        if (KeyExpressions.AreUnknown(keys))
        {
            SkeletonEmitter.SortKey(writer, item, name, scope);
            return;
        }

        if (keys.Count == 1 && (!keys[0].IsComposed || KeyExpressions.HasOnePart(item, keys[0])))
        {
            Property(writer, item, name, scope, keys[0]);
            return;
        }

        using var block = writer.Block($"public static class {name}");
        for (var i = 0; i < keys.Count; i++)
        {
            if (i > 0)
                writer.Line();
            new SortKeyMethods(writer, item, scope, keys.Take(i).ToList(), keys[i]).Emit();
        }
    }

    private static void Property(SourceWriter writer, ItemSpec item, string name, string scope, KeySpec key)
    {
        var value = KeyExpressions.Members(item, key)[0].Value;
        var isText = value.Kind == ValueKind.String || (!key.IsComposed && value.Kind == ValueKind.Bytes);
        var type = $"{(isText ? TextSortKeyConditions : SortKeyConditions)}<{scope}, {value.Type.FullName}>";
        var (prefix, suffix) = key.TextAround();
        var form = key.IsComposed
            ? $"new {TemplateKeyForm}<{value.Type.FullName}>({Literals.String(prefix)}{KeyExpressions.OrNothing(suffix)})"
            : $"new {AttributeKeyForm}<{value.Type.FullName}, {ConverterNames.Of(value)}>()";
        using (writer.Indent($"public static {type} {name} {{ get; }} ="))
            writer.Line($"new({form});");
    }
}
