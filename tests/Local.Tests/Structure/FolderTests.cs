namespace DynamoToolkit.Local.Tests.Structure;

/// <summary>
/// The folders of src/Local stand on floors, as docs/local-engine.md says: code knows its own folder and the folders on lower floors. So no
/// two folders know each other.
/// </summary>
public sealed class FolderTests
{
    private static readonly Dictionary<string, int> LocalFloors = new()
    {
        ["Errors"] = 0,
        ["Values"] = 1,

        ["Schema"] = 2,
        ["Storage"] = 3,
        ["Durability"] = 4,
        ["Expiry"] = 4,

        ["Expressions/Paths"] = 2,
        ["Expressions/Operands"] = 3,
        ["Expressions/Conditions"] = 4,
        ["Expressions/Updates"] = 4,
        ["Expressions/Parsing"] = 5,

        ["Requests"] = 6,
        ["Requests/Legacy"] = 7,
        ["Capacity"] = 7,

        ["Operations/Context"] = 8,
        ["Operations/Reads"] = 9,
        ["Operations/Tables"] = 9,
        ["Operations/Items"] = 10,
        ["Operations/Batches"] = 11,
        ["Operations/Transactions"] = 11,
        ["Operations"] = 12,

        ["Doors"] = 13,
        [""] = 14,
    };

    // The server has one folder, and a file that it shares with the client.
    private static readonly Dictionary<string, int> ServerFloors = new() { [""] = 0 };

    private static readonly string[] KnownOfRuntime = ["IDynamoTransport", "DynamoRequest", "DynamoOperation", "ServiceErrors"];

    private static readonly SourceTree Local = new("Local");

    private static readonly SourceTree Server = new("Local.Server", isWeb: true);

    [Fact]
    public void Local_KnowsOnlyLowerFloors() => AssertFloors(Local, LocalFloors);

    [Fact]
    public void Server_KnowsOnlyLowerFloors() => AssertFloors(Server, ServerFloors);

    [Fact]
    public void Floors_NameTheFoldersThatExist() => Assert.Equal(
        LocalFloors.Keys.Order(StringComparer.Ordinal),
        Local.Files().Select(Local.FolderOf).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Local_KnowsOfTheRuntimeOnlyTheWireAndTheSeam() => Assert.Empty(
        Local.Uses
            .Select(static use => use.Type)
            .Where(static type => type.ContainingAssembly?.Name == "DynamoToolkit")
            .Where(static type => type.ContainingNamespace.ToDisplayString() != "DynamoToolkit.Wire" && !KnownOfRuntime.Contains(type.Name))
            .Select(static type => type.ToDisplayString())
            .Distinct());

    private static void AssertFloors(SourceTree source, Dictionary<string, int> floors)
    {
        Assert.Empty(source.Errors);
        var wrong =
            from use in source.Uses
            let user = source.FolderOf(use.File)
            from reference in use.Type.DeclaringSyntaxReferences
            let path = reference.SyntaxTree.FilePath
            where source.IsOwn(path)
            let used = source.FolderOf(path)
            where user != used && floors[used] >= floors[user]
            select $"{user}/{Path.GetFileName(use.File)} knows {used}/{use.Type.Name}";
        Assert.Empty(wrong.Distinct());
    }
}
