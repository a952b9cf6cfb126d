using DynamoToolkit.Shared.Model;
using static DynamoToolkit.Generator.Emit.WellKnownNames;

namespace DynamoToolkit.Generator.Emit;

/// <summary>
/// Writes what stands in for code that a mistake in the model makes impossible. It compiles wherever the right code would, so that the
/// compiler adds no errors to the rule that reports the mistake, and it throws when it runs.
/// </summary>
internal static class SkeletonEmitter
{
    /// <summary>The most members for which a key can be taken apart.</summary>
    private const int MaxOuts = 4;

    /// <summary>The parameters of a method that builds an unknown key.</summary>
    public const string Parameters = "params object?[] parts";

    /// <summary>What is thrown, as an expression.</summary>
    public static string Throw(ItemSpec item) => $"throw {InvalidModel}.Error(typeof({item.Type.Name}))";

    /// <summary>Emits <c>WriteMap</c> and <c>ReadMap</c>.</summary>
    public static void Mapping(SourceWriter writer, ItemSpec item)
    {
        var type = item.Type.Name;
        writer.Line($"static void {IDynamoMap}<{type}>.WriteMap(ref {ItemWriter} writer, in {type} item) => {Throw(item)};");
        writer.Line();
        writer.Line($"static {type} {IDynamoMap}<{type}>.ReadMap(ref {ItemReader} reader) => {Throw(item)};");
    }

    /// <summary>
    /// Emits ways to take an unknown key apart, whatever parts it has: each may be taken with <c>out var</c>, which only a dynamic
    /// parameter allows, or with its type, which only a generic one does.
    /// </summary>
    public static void TryParseKey(SourceWriter writer, ItemSpec item)
    {
        for (var count = 0; count <= MaxOuts; count++)
        {
            for (var generic = 0; generic < 1 << count; generic++)
            {
                var parts = Enumerable.Range(0, count).Select(part => (Number: part + 1, IsGeneric: (generic >> part & 1) == 1)).ToList();
                var types = parts.Where(part => part.IsGeneric).Select(part => $"TPart{part.Number}").ToList();
                var list = types.Count == 0 ? "" : $"<{string.Join(", ", types)}>";
                var outs = string.Concat(
                    parts.Select(part => $", out {(part.IsGeneric ? $"TPart{part.Number}" : "dynamic")} part{part.Number}"));
                writer.Line($"public static bool {item.Names.TryParseKey}{list}({ItemKey}<{item.Type.Name}> key{outs}) => {Throw(item)};");
            }
        }
    }

    /// <summary>Emits conditions on an unknown sort key.</summary>
    public static void SortKey(SourceWriter writer, ItemSpec item, string name, string scope)
    {
        using var block = writer.Block($"public static class {name}");
        foreach (var method in new[] { "EqualTo", "LessThan", "AtMost", "GreaterThan", "AtLeast", "Between", "StartsWith" })
            writer.Line($"public static {SortKeyCondition}<{scope}> {method}({Parameters}) => {Throw(item)};");
    }
}
