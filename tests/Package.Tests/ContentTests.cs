using System.IO.Compression;
using DynamoToolkit.Package.Tests.Support;

namespace DynamoToolkit.Package.Tests;

/// <summary>What is in the packages, file by file.</summary>
public sealed class ContentTests(LocalFeed feed)
{
    /// <summary>What each package has because of its format.</summary>
    private static readonly string[] Container =
        ["[Content_Types].xml", "_rels/.rels", "package/services/metadata/core-properties/nuget.psmdcp"];

    private static readonly string[] Pages = ["PACKAGE.md", "icon.png"];

    [Fact]
    public void Pack_MakesThreePackagesWithSymbols() =>
        Assert.Equal(
            LocalFeed.Ids
                .SelectMany(id => new[] { $"{id}.{feed.Version}.nupkg", $"{id}.{feed.Version}.snupkg" })
                .Order(StringComparer.Ordinal),
            Directory.EnumerateFileSystemEntries(feed.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Fact]
    public void Library_HasTheAssemblyAndWhatTheCompilerLoads() => AssertPaths(
        "DynamoToolkit",
        "nupkg",
        [
            .. Pages,
            "analyzers/dotnet/cs/DynamoToolkit.Analyzers.dll",
            "analyzers/dotnet/cs/DynamoToolkit.CodeFixes.dll",
            "analyzers/dotnet/cs/DynamoToolkit.Generator.dll",
            "build/DynamoToolkit.targets",
            "buildMultiTargeting/DynamoToolkit.targets",
            "lib/net10.0/DynamoToolkit.dll",
            "lib/net10.0/DynamoToolkit.xml",
        ]);

    [Fact]
    public void Engine_HasTheAssembly() => AssertPaths(
        "DynamoToolkit.Local",
        "nupkg",
        [.. Pages, "lib/net10.0/DynamoToolkit.Local.dll", "lib/net10.0/DynamoToolkit.Local.xml"]);

    [Fact]
    public void Tool_HasEverythingThatItRunsOn() => AssertPaths(
        "DynamoToolkit.Local.Server",
        "nupkg",
        [
            .. Pages,
            .. new[]
            {
                "AWSSDK.Core.dll",
                "AWSSDK.DynamoDBv2.dll",
                "AWSSDK.Extensions.Numerics.dll",
                "DotnetToolSettings.xml",
                "DynamoToolkit.Local.Server.deps.json",
                "DynamoToolkit.Local.Server.dll",
                "DynamoToolkit.Local.Server.pdb",
                "DynamoToolkit.Local.Server.runtimeconfig.json",
                "DynamoToolkit.Local.Server.xml",
                "DynamoToolkit.Local.dll",
                "DynamoToolkit.Local.pdb",
                "DynamoToolkit.Local.xml",
                "DynamoToolkit.dll",
                "DynamoToolkit.pdb",
                "DynamoToolkit.xml",
                "System.CommandLine.dll",
                "System.IO.Hashing.dll",
            }.Select(static file => $"tools/net10.0/any/{file}"),
        ]);

    [Theory]
    [InlineData("DynamoToolkit", "lib/net10.0/DynamoToolkit.pdb")]
    [InlineData("DynamoToolkit.Local", "lib/net10.0/DynamoToolkit.Local.pdb")]
    [InlineData(
        "DynamoToolkit.Local.Server",
        "tools/net10.0/any/DynamoToolkit.Local.Server.pdb",
        "tools/net10.0/any/DynamoToolkit.Local.pdb",
        "tools/net10.0/any/DynamoToolkit.pdb")]
    public void Symbols_AreThoseOfThePackage(string id, params string[] paths) => AssertPaths(id, "snupkg", paths);

    private void AssertPaths(string id, string extension, string[] paths)
    {
        using var package = ZipFile.OpenRead(feed.PathOf(id, extension));
        Assert.Equal(
            paths.Concat(Container).Append($"{id}.nuspec").Order(StringComparer.Ordinal),
            package.Entries.Select(static entry => entry.FullName).Order(StringComparer.Ordinal));
    }
}
