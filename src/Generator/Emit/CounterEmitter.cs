using System.Globalization;
using DynamoToolkit.Shared.Model;
using static DynamoToolkit.Generator.Emit.WellKnownNames;

namespace DynamoToolkit.Generator.Emit;

/// <summary>Writes the class that names the type's counters, and their place in the model.</summary>
internal static class CounterEmitter
{
    /// <summary>Emits <c>Counters</c>, if the type has any.</summary>
    public static void Emit(SourceWriter writer, ItemSpec item)
    {
        if (item.Counters.Count == 0)
            return;
        writer.Line();
        writer.Line("/// <summary>The sharded counters.</summary>");
        using var block = writer.Block($"public static class {item.Names.Counters}");
        foreach (var counter in item.Counters)
        {
            using (writer.Indent($"public static {ShardedCounter}<{item.Type.Name}, {counter.Type}> {counter.Member} {{ get; }} ="))
            {
                writer.Line(
                    $"new({Literals.String(counter.Name)}, {counter.Count.ToString(CultureInfo.InvariantCulture)}, "
                    + $"static (item, value) => item.{counter.Member} = value);");
            }
        }
    }

    /// <summary>Emits the model's property, if the type has counters.</summary>
    public static void Model(SourceWriter writer, ItemSpec item)
    {
        if (item.Counters.Count > 0)
        {
            var counters = item.Counters.Select(counter => $"{item.Names.Counters}.{counter.Member}");
            writer.Line($"Counters = [{string.Join(", ", counters)}],");
        }
    }
}
