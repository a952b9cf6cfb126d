namespace DynamoToolkit.Local.Tests.Kit;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    /// <summary>Where it is.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("dtk-local-").FullName;

    /// <summary>The files in it that are data.</summary>
    public string[] DataFiles => [.. Directory.GetFiles(Path).Where(static file => !file.EndsWith("lock", StringComparison.Ordinal)).Order()];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
