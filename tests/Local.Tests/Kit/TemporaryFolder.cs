namespace DynamoToolkit.Local.Tests.Kit;

/// <summary>A folder that is deleted after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    /// <summary>The path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("dtk-local-").FullName;

    /// <summary>The data files in it.</summary>
    public string[] DataFiles =>
        [.. Directory.GetFiles(Path).Where(static file => !file.EndsWith("lock", StringComparison.Ordinal)).Order()];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
