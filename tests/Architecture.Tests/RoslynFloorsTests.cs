namespace DynamoToolkit.Architecture.Tests;

/// <summary>
/// The rooms of what a compiler or an editor loads: each assembly is its own folder and the linked sources of src/Shared.
/// </summary>
public sealed class RoslynFloorsTests
{
    private static readonly Dictionary<string, int> SharedFloors = new()
    {
        ["Shared/Keys"] = 0,
        ["Shared/Model"] = 0,
        ["Shared/Diagnostics"] = 0,
        ["Shared/Roslyn"] = 1,
        ["Shared/Parsing"] = 2,
        ["Shared/Schema"] = 3,
    };

    /// <summary>
    /// An emitter stands beside the parser and knows only specs: asking a symbol would keep a compilation alive, and emit again after every
    /// edit.
    /// </summary>
    [Fact]
    public void Generator_KnowsOnlyLowerFloors() => Holds("Generator", new() { ["Generator/Emit"] = 2, ["Generator/Pipeline"] = 4 });

    /// <summary>What a rule sees of a model, the code of rules, and the analyzer that runs it.</summary>
    [Fact]
    public void Analyzers_KnowOnlyLowerFloors() => Holds("Analyzers", new()
    {
        ["Analyzers/Models"] = 4,
        ["Analyzers/Uses"] = 5,
        ["Analyzers/Design"] = 5,
        ["Analyzers/Sdk"] = 5,
        ["Analyzers/Calls"] = 6,
        ["Analyzers/Rules"] = 7,
        ["Analyzers"] = 8,
    });

    /// <summary>Syntax to write, the frame of fixers, and the fixers.</summary>
    [Fact]
    public void CodeFixes_KnowOnlyLowerFloors() =>
        Holds("CodeFixes", new() { ["CodeFixes/Syntax"] = 3, ["CodeFixes"] = 4, ["CodeFixes/Rules"] = 5 });

    private static void Holds(string room, Dictionary<string, int> floors) =>
        FloorPlan.Holds(new SourceTree($"DynamoToolkit.{room}", "src", ["Shared", room]), new(SharedFloors.Concat(floors)));
}
