namespace DynamoToolkit.Local.Tests.Kit;

/// <summary>A folder that is deleted after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    /// <summary>The path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("dtk-local-").FullName;

    /// <summary>The logs and snapshots in it.</summary>
    public string[] DataFiles => [.. Directory.GetFiles(Path, "*-*").Order()];

    /// <summary>The last log.</summary>
    public string LastLog => DataFiles.Last(static file => System.IO.Path.GetFileName(file).StartsWith("log-", StringComparison.Ordinal));

    /// <summary>The head: how much of the log is known to be kept.</summary>
    public string Head => System.IO.Path.Combine(Path, "head");

    /// <summary>The content of all files by name.</summary>
    public Dictionary<string, byte[]> ReadAll() => Directory.GetFiles(Path)
        .Where(static file => System.IO.Path.GetFileName(file) != "lock")
        .ToDictionary(static file => System.IO.Path.GetFileName(file), File.ReadAllBytes);

    /// <summary>Replaces everything in the folder by files.</summary>
    public void Reset(Dictionary<string, byte[]> files)
    {
        Directory.Delete(Path, recursive: true);
        Directory.CreateDirectory(Path);
        foreach (var (name, content) in files)
            File.WriteAllBytes(System.IO.Path.Combine(Path, name), content);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
