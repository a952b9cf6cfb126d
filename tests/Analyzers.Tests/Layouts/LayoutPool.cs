using System.Reflection;
using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.TestKit;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Tests.Layouts;

/// <summary>Random item types of one table, compiled once. A layout is a choice of units whose types can share a table.</summary>
internal sealed class LayoutPool
{
    private static readonly Lazy<LayoutPool> Only = new(static () => new LayoutPool(LayoutRandom.Of(0)));

    private readonly HashSet<(ItemCase, ItemCase)> conflicts = [];

    private LayoutPool(Random random)
    {
        var source = new LayoutSource(random);
        while (source.Units.Count < 44)
            source.AddUnit();

        var text = LayoutSource.Head + string.Join("\n", source.Units.SelectMany(static unit => unit.Declarations));
        ThrowIfInvalid(TestCompilation.Create(text), source.Units);
        var run = GeneratorRunner.RunUnchecked(TestCompilation.ParseOptions, text);
        Compilation = run.Compilation;
        var assembly = run.Load();
        Part = assembly.GetType("Part", throwOnError: true)!;
        Units = [.. source.Units.Select((unit, number) => CasesOf(assembly, unit, number))];
        Cases = [.. Units.SelectMany(static unit => unit)];
        foreach (var one in Cases)
        {
            foreach (var other in Cases.Where(other => !CanShareTable(one, other)))
                conflicts.Add((one, other));
        }
    }

    /// <summary>The pool of this run.</summary>
    public static LayoutPool Instance => Only.Value;

    /// <summary>The types' sources with what the generator adds.</summary>
    public Compilation Compilation { get; }

    /// <summary>A smaller type that has attributes of all types.</summary>
    public Type Part { get; }

    /// <summary>The types that belong together: one, a family, or a type and its view.</summary>
    public IReadOnlyList<IReadOnlyList<ItemCase>> Units { get; }

    /// <summary>All types.</summary>
    public IReadOnlyList<ItemCase> Cases { get; }

    /// <summary>Whether the library accepts a unit in the table of other types.</summary>
    public bool CanJoin(IEnumerable<ItemCase> others, IReadOnlyList<ItemCase> unit) =>
        !others.Any(other => unit.Any(type => Conflict(other, type)));

    /// <summary>Whether the library refuses two types in one table.</summary>
    public bool Conflict(ItemCase one, ItemCase other) => conflicts.Contains((one, other));

    private static bool CanShareTable(ItemCase one, ItemCase other)
    {
        try
        {
            TableDefinition.For(one.Model, other.Model);
            return true;
        }
        catch (ArgumentException conflict)
            when (conflict.Message.StartsWith("One item of the table 'layouts' could be of both types", StringComparison.Ordinal))
        {
            return false;
        }
    }

    private static void ThrowIfInvalid(Compilation compilation, IEnumerable<LayoutUnit> units)
    {
        var types = ItemTypes.Of(compilation);
        foreach (var name in units.SelectMany(static unit => unit.Names))
        {
            var problems = types.Parse(compilation.GetTypeByMetadataName(name)!, CancellationToken.None).Problems;
            if (problems.Length > 0)
                throw new InvalidOperationException($"{name} is not valid: {string.Join("; ", problems)}");
        }
    }

    private IReadOnlyList<ItemCase> CasesOf(Assembly assembly, LayoutUnit unit, int number) =>
        [.. unit.Names.Select(name => CaseOf(assembly, name, number))];

    private ItemCase CaseOf(Assembly assembly, string name, int unit)
    {
        var type = typeof(ItemCase<,>).MakeGenericType(assembly.GetType(name, throwOnError: true)!, Part);
        var created = (ItemCase)Activator.CreateInstance(type)!;
        created.Unit = unit;
        return created;
    }
}
