using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using DynamoToolkit.Local.Doors;
using DynamoToolkit.Transport;

namespace DynamoToolkit.Local.Tests.Structure;

/// <summary>An operation's file is src/Local/Operations/NAME.cs, and that folder holds nothing else.</summary>
public sealed partial class OperationFileTests
{
    private static readonly string Root = LocalFolder();

    private static IEnumerable<string> Files => Directory.EnumerateFiles(Path.Combine(Root, "Operations"), "*.cs")
        .Select(static path => Path.GetFileNameWithoutExtension(path));

    [Fact]
    public void Files_AreNamedAfterTheOperationsOfTheTable()
    {
        var table = File.ReadAllText(Path.Combine(Root, "Doors", "OperationTable.cs"));
        var operations = Entry().Matches(table).Select(static entry => (Name: entry.Groups[1].Value, Type: entry.Groups[2].Value)).ToList();

        Assert.All(operations, static operation => Assert.Equal(operation.Name, operation.Type));
        Assert.All(operations, static operation => Assert.NotNull(OperationTable.Find(operation.Name)));
        Assert.Equal(operations.Select(static operation => operation.Name).Order(), Files.Order());
    }

    [Fact]
    public void Table_HasEveryOperationThatTheLibrarySends() =>
        Assert.DoesNotContain(Enum.GetNames<DynamoOperation>(), static name => OperationTable.Find(name) is null);

    [GeneratedRegex("""
        "(\w+)" => (\w+)\.Run
        """)]
    private static partial Regex Entry();

    private static string LocalFolder([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "..", "src", "Local"));
}
