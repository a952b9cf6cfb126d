namespace DynamoToolkit.Architecture.Tests;

/// <summary>The rooms of src/Runtime, as docs/architecture.md lists them.</summary>
public sealed class RuntimeFloorsTests
{
    private static readonly Dictionary<string, int> Floors = new()
    {
        ["Wire/**"] = 0,
        ["Attributes/**"] = 1,
        ["Borders/**"] = 1,
        ["Metadata/**"] = 2,
        ["Expressions/**"] = 3,
        ["Capacity/**"] = 3,
        ["Patterns/Locking/**"] = 4,
        ["Patterns/Times/**"] = 4,
        ["Patterns/Trigrams/**"] = 4,
        ["Patterns/Uniqueness/**"] = 4,
        ["Transport/**"] = 4,
        ["Protocol/**"] = 5,
        ["Access/**"] = 6,
        ["Patterns/Sharding/**"] = 7,
        ["Patterns/Counters/**"] = 7,
        ["Patterns/Versioning/**"] = 7,
        ["Patterns/TextSearch/**"] = 7,
        ["Schema/**"] = 7,
        ["Streams/**"] = 8,
        ["Patterns/Materializers/**"] = 9,
        ["Patterns/OpenSearch/**"] = 9,
        ["Hosting/**"] = 10,

        // Only generated code calls it.
        ["CompilerServices/**"] = 11,
    };

    [Fact]
    public void Rooms_KnowOnlyLowerFloors() => FloorPlan.Holds(new SourceTree("DynamoToolkit", "src/Runtime", [""]), Floors);
}
