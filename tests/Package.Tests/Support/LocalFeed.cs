using System.Globalization;

namespace DynamoToolkit.Package.Tests.Support;

/// <summary>
/// A feed with the packages of this repository, packed once a run, and a place for projects that install them. Each run has a version of
/// its own, so that no cache answers with the packages of an earlier one.
/// </summary>
public sealed class LocalFeed : IAsyncLifetime
{
    /// <summary>Every package that the repository makes.</summary>
    public static readonly IReadOnlyList<string> Ids = ["DynamoToolkit", "DynamoToolkit.Local", "DynamoToolkit.Local.Server"];

    private readonly string root = Directory.CreateTempSubdirectory("package-tests-").FullName;

    /// <summary>The version of the packages.</summary>
    public string Version { get; } = string.Create(CultureInfo.InvariantCulture, $"0.1.0-test.{DateTime.UtcNow.Ticks}");

    /// <summary>The folder of the packages.</summary>
    public string Folder => Path.Combine(root, "feed");

    /// <summary>Packs everything, as <c>dotnet pack</c> at the root does, without the analyzers, which the build has run.</summary>
    public async ValueTask InitializeAsync()
    {
        await Command.RunAsync(
            Repository.Root,
            "dotnet",
            ["pack", "--output", Folder, "--artifacts-path", Artifacts, $"-p:Version={Version}", "-p:RunAnalyzers=false", "-v:q"]);
        await File.WriteAllTextAsync(
            Path.Combine(root, "nuget.config"),
            $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{Folder}" />
              </packageSources>
            </configuration>
            """);
    }

    /// <summary>Deletes what was packed and built, also from the machine's cache of packages.</summary>
    public ValueTask DisposeAsync()
    {
        Directory.Delete(root, recursive: true);
        Directory.Delete(Artifacts, recursive: true);
        foreach (var id in Ids)
        {
            var cached = Path.Combine(CacheFolder, id.ToLowerInvariant(), Version);
            if (Directory.Exists(cached))
                Directory.Delete(cached, recursive: true);
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>The file of a package.</summary>
    public string PathOf(string id, string extension) => Path.Combine(Folder, $"{id}.{Version}.{extension}");

    /// <summary>An empty folder from which the packages can be installed.</summary>
    public string NewFolder(string name) => Directory.CreateDirectory(Path.Combine(root, name)).FullName;

    /// <summary>Apart from what other builds leave, to disturb none of them, and inside the repository, where sources are linked.</summary>
    private string Artifacts => Path.Combine(Repository.Root, "artifacts", Path.GetFileName(root));

    private static string CacheFolder =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
