namespace DynamoToolkit.Generator.Tests.Structure;

/// <summary>The folders of src/Runtime are floors, as docs/architecture.md says: code knows its own floor and those below it.</summary>
public sealed class FolderTests
{
    private static readonly Dictionary<string, int> Floors = new()
    {
        ["Wire"] = 0,
        ["Attributes"] = 1,
        ["Metadata"] = 2,
        ["Expressions"] = 3,
        ["Borders"] = 3,
        ["Capacity"] = 3,
        ["CompilerServices"] = 4,
        ["Transport"] = 4,
        ["Protocol"] = 5,
        ["Access"] = 6,
        ["Schema"] = 7,
        ["Hosting"] = 8,
    };

    [Fact]
    public void Runtime_KnowsNothingAboveIt() =>
        Assert.Empty(Knowledge.Below("Runtime").Where(static one => Floors[one.Known] > Floors[one.Folder]));
}
