using System.Runtime.CompilerServices;

namespace DynamoToolkit.Analyzers.Tests;

/// <summary>Finds files of the repository.</summary>
internal static class RepositoryFiles
{
    /// <summary>The path of a file or folder.</summary>
    public static string PathOf(string relative) => Path.GetFullPath(Path.Combine(Root(), relative));

    /// <summary>The C# files of folders.</summary>
    public static IEnumerable<string> Sources(params string[] folders) =>
        folders.SelectMany(folder => Directory.EnumerateFiles(PathOf(folder), "*.cs", SearchOption.AllDirectories));

    /// <summary>Fails unless a file has this text; writes it when <c>DTK_ACCEPT_SNAPSHOTS</c> is 1.</summary>
    public static void AssertText(string path, string expected)
    {
        if (Environment.GetEnvironmentVariable("DTK_ACCEPT_SNAPSHOTS") == "1")
            File.WriteAllText(path, expected);
        Assert.True(
            File.Exists(path) && File.ReadAllText(path) == expected,
            $"{Path.GetFileName(path)} is out of date: run the tests with DTK_ACCEPT_SNAPSHOTS=1.");
    }

    private static string Root([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "..", "..");
}
