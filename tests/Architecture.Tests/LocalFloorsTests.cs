namespace DynamoToolkit.Architecture.Tests;

/// <summary>The folders of src/Local, as docs/local-engine.md says, and of its server.</summary>
public sealed class LocalFloorsTests
{
    private static readonly Dictionary<string, int> Floors = new()
    {
        ["Errors"] = 0,
        ["Values"] = 1,

        ["Schema"] = 2,
        ["Streams"] = 3,
        ["Storage"] = 4,
        ["Durability"] = 5,
        ["Expiry"] = 5,

        ["Expressions/Paths"] = 2,
        ["Expressions/Operands"] = 3,
        ["Expressions/Conditions"] = 4,
        ["Expressions/Updates"] = 4,
        ["Expressions/Parsing"] = 5,
        ["Statements"] = 5,

        ["Requests"] = 6,
        ["Requests/Legacy"] = 7,
        ["Capacity"] = 7,

        ["Heat"] = 8,

        ["Operations/Context"] = 9,
        ["Operations/Reads"] = 10,
        ["Operations/Streams"] = 10,
        ["Operations/Tables"] = 10,
        ["Operations/Items"] = 11,
        ["Operations/Batches"] = 12,
        ["Operations/Transactions"] = 12,
        ["Operations/Statements"] = 12,
        ["Operations"] = 13,

        ["Doors"] = 14,
        [""] = 15,
        ["Load"] = 16,
    };

    private static readonly string[] KnownOfRuntime = ["IDynamoTransport", "DynamoRequest", "DynamoOperation", "ServiceErrors"];

    private static readonly Lazy<SourceTree> Local = new(static () => new SourceTree("DynamoToolkit.Local", "src/Local", [""]));

    [Fact]
    public void Local_KnowsOnlyLowerFloors() => FloorPlan.Holds(Local.Value, Floors);

    [Fact]
    public void Server_IsOneFolder() =>
        FloorPlan.Holds(new SourceTree("DynamoToolkit.Local.Server", "src/Local.Server", [""], isWeb: true), new() { [""] = 0 });

    [Fact]
    public void Local_KnowsOfTheRuntimeOnlyTheWireAndTheSeam() => Assert.Empty(
        Local.Value.Uses()
            .Select(static use => use.Type)
            .Where(static type => type.ContainingAssembly?.Name == "DynamoToolkit")
            .Where(static type => type.ContainingNamespace.ToDisplayString() != "DynamoToolkit.Wire" && !KnownOfRuntime.Contains(type.Name))
            .Select(static type => type.ToDisplayString())
            .Distinct());
}
