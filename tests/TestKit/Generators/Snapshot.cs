using System.Runtime.CompilerServices;
using Xunit;

namespace DynamoToolkit.TestKit;

/// <summary>
/// Compares generated files with those kept in <c>_snapshots</c> beside the test. On a mismatch the new text is put there as
/// <c>*.received.cs</c>; with <c>DTK_ACCEPT_SNAPSHOTS=1</c> it becomes the kept one.
/// </summary>
public static class Snapshot
{
    private const string AcceptVariable = "DTK_ACCEPT_SNAPSHOTS";

    /// <summary>Fails unless the run made exactly the kept files of the calling test.</summary>
    /// <param name="run">The run.</param>
    /// <param name="sourcePath">Filled in by the compiler.</param>
    /// <param name="method">Filled in by the compiler.</param>
    public static void Verify(GeneratorRun run, [CallerFilePath] string sourcePath = "", [CallerMemberName] string method = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(sourcePath)!, "_snapshots");
        var stem = $"{Path.GetFileNameWithoutExtension(sourcePath)}.{method}#";
        Directory.CreateDirectory(folder);
        var accepts = Environment.GetEnvironmentVariable(AcceptVariable) == "1";
        var mismatches = new List<string>();
        foreach (var (hintName, text) in run.Files)
        {
            var path = Path.Combine(folder, $"{stem}{hintName[..^".g.cs".Length]}.verified.cs");
            if (!Matches(path, text, accepts))
                mismatches.Add(hintName);
        }

        mismatches.AddRange(Leftovers(folder, stem, run, accepts));
        Assert.True(
            mismatches.Count == 0,
            $"Differs from the snapshot: {string.Join(", ", mismatches)}. " +
            $"Compare the *.received.cs files in {folder}, or accept them with {AcceptVariable}=1.");
    }

    private static bool Matches(string path, string text, bool accepts)
    {
        var received = path.Replace(".verified.cs", ".received.cs", StringComparison.Ordinal);
        if (accepts)
            File.WriteAllText(path, text);
        if (File.Exists(path) && File.ReadAllText(path).ReplaceLineEndings("\n") == text)
        {
            File.Delete(received);
            return true;
        }

        File.WriteAllText(received, text);
        return false;
    }

    private static IEnumerable<string> Leftovers(string folder, string stem, GeneratorRun run, bool accepts)
    {
        foreach (var path in Directory.GetFiles(folder, stem + "*.verified.cs"))
        {
            var hintName = Path.GetFileName(path)[stem.Length..^".verified.cs".Length] + ".g.cs";
            if (run.Files.ContainsKey(hintName))
                continue;
            if (accepts)
                File.Delete(path);
            else
                yield return $"{hintName} (no longer generated)";
        }
    }
}
