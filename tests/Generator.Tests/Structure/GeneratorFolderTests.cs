namespace DynamoToolkit.Generator.Tests.Structure;

/// <summary>
/// Symbols become specs in <c>Shared/Parsing</c>, specs become code in <c>Generator/Emit</c>, and only <c>Generator/Pipeline</c> knows both: so no
/// emitter can ask a symbol, which would keep a compilation alive and emit again after every edit.
/// </summary>
public sealed class GeneratorFolderTests
{
    private static readonly Dictionary<string, string[]> Knows = new()
    {
        ["Model"] = [],
        ["Polyfills"] = [],
        ["Roslyn"] = ["Model"],
        ["Diagnostics"] = ["Roslyn"],
        ["Parsing"] = ["Model", "Roslyn", "Diagnostics"],
        ["Emit"] = ["Model", "Roslyn"],
        ["Pipeline"] = ["Model", "Roslyn", "Parsing", "Emit"],
    };

    [Fact]
    public void Folders_KnowOnlyThoseBeforeThem() =>
        Assert.Empty(Knowledge.Below("Shared", "Generator").Where(static one => !Knows[one.Folder].Append("Polyfills").Contains(one.Known)));
}
