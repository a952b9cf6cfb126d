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

        ["Faults"] = 9,

        ["Operations/Context"] = 10,
        ["Operations/Reads"] = 11,
        ["Operations/Streams"] = 11,
        ["Operations/Tables"] = 11,
        ["Operations/Items"] = 12,
        ["Operations/Backups"] = 12,
        ["Operations/Batches"] = 13,
        ["Operations/Transactions"] = 13,
        ["Operations/Statements"] = 13,
        ["Operations/Direct"] = 14,
        ["Operations"] = 14,

        ["Doors"] = 15,
        [""] = 16,
        ["Load"] = 17,
        ["Sdk"] = 17,
    };

    private static readonly string[] KnownOfRuntime =
        ["IDynamoTransport", "DynamoRequest", "DynamoOperation", "ServiceErrors", "TransportException"];

    private static readonly Lazy<SourceTree> Local = new(static () => new SourceTree("DynamoToolkit.Local", "src/Local", [""]));

    [Fact]
    public void Local_KnowsOnlyLowerFloors() => FloorPlan.Holds(Local.Value, Floors);

    [Fact]
    public void Server_KnowsOnlyLowerFloors() =>
        FloorPlan.Holds(
            new SourceTree("DynamoToolkit.Local.Server", "src/Local.Server", [""], isWeb: true), new() { ["Pages"] = 0, [""] = 1 });

    [Fact]
    public void Local_KnowsOfTheRuntimeOnlyTheWireAndTheSeam() => Assert.Empty(
        Local.Value.Uses()
            .Select(static use => use.Type)
            .Where(static type => type.ContainingAssembly?.Name == "DynamoToolkit")
            .Where(static type => type.ContainingNamespace.ToDisplayString() != "DynamoToolkit.Wire" && !KnownOfRuntime.Contains(type.Name))
            .Select(static type => type.ToDisplayString())
            .Distinct());
}
