using System.Text.Json;
using DynamoToolkit.Local;
using TrackingStore.Artifacts;

namespace TrackingStore.Server;

/// <summary>
/// Makes backups of a data folder and its artifacts, while a server has them open or not, and restores them. Both write to folders that do
/// not exist yet, and these exist only when they are whole.
/// </summary>
internal static class BackupCommand
{
    private const string Items = "items";
    private const string Artifacts = "artifacts";
    private const string Manifest = "backup.json";

    /// <summary>Makes a backup.</summary>
    /// <param name="options">The data folder and the folder of the artifacts.</param>
    /// <param name="to">The folder of the backup.</param>
    /// <param name="output">Where it says what it did.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>The exit code of the process.</returns>
    public static Task<int> BackupAsync(ServerOptions options, string to, TextWriter output, CancellationToken cancellationToken) =>
        RunAsync(output, "The backup", async () =>
        {
            RequireOutside(to, RootOf(options));
            using var backup = new UnfinishedFolder(to);
            // Items first: what they name was uploaded before, so the files are there when they are copied.
            await LocalDynamo.CopyFolderAsync(options.DataFolder!, Path.Combine(backup.Current, Items), cancellationToken);
            var files = await ArtifactCopy.CopyAsync(RootOf(options), Path.Combine(backup.Current, Artifacts), cancellationToken);
            var manifest = new BackupManifest(BackupManifest.CurrentFormat, files);
            await WriteAsync(Path.Combine(backup.Current, Manifest), manifest, cancellationToken);
            backup.Finish();
            await ReportAsync(output, files, $"The backup is in {to}");
        });

    /// <summary>Restores a backup.</summary>
    /// <param name="from">The folder of the backup.</param>
    /// <param name="options">The data folder and the folder of the artifacts, which do not exist yet.</param>
    /// <param name="output">Where it says what it did.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>The exit code of the process.</returns>
    public static Task<int> RestoreAsync(string from, ServerOptions options, TextWriter output, CancellationToken cancellationToken) =>
        RunAsync(output, "The restoration", async () =>
        {
            var manifest = await ReadAsync(Path.Combine(from, Manifest), cancellationToken);
            using var data = new UnfinishedFolder(options.DataFolder!);
            var isInside = options.ArtifactRoot is null;
            using var root = isInside ? null : new UnfinishedFolder(RootOf(options));
            await LocalDynamo.CopyFolderAsync(Path.Combine(from, Items), data.Current, cancellationToken);
            var files = await ArtifactCopy.CopyAsync(
                Path.Combine(from, Artifacts), root?.Current ?? Path.Combine(data.Current, Artifacts), cancellationToken);
            if (!files.HasSameFilesAs(manifest.Artifacts))
                throw new InvalidDataException($"The artifacts in '{from}' are not those of the backup: some are damaged or missing.");
            // The store last: it exists only with its artifacts.
            root?.Finish();
            data.Finish();
            await ReportAsync(output, files, $"The data is in {options.DataFolder}");
        });

    private static string RootOf(ServerOptions options) => ArtifactRoot.For(options).Folder;

    private static void RequireOutside(string to, string root)
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root)) + Path.DirectorySeparatorChar;
        if (!(Path.GetFullPath(to) + Path.DirectorySeparatorChar).StartsWith(folder, StringComparison.Ordinal)) return;
        throw new ArgumentException($"'{to}' lies in the folder of the artifacts, which the backup copies. Name another folder.");
    }

    private static async Task<int> RunAsync(TextWriter output, string what, Func<Task> runAsync)
    {
        try
        {
            await runAsync();
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or OperationCanceledException
            or InvalidDataException)
        {
            await output.WriteLineAsync($"{what} failed, and nothing of it is left: {e.Message}");
            return 1;
        }
    }

    private static Task ReportAsync(TextWriter output, CopiedFiles files, string place) => output.WriteLineAsync(
        $"{place}: all items, and {files.Files} artifacts of {files.Bytes} bytes." +
        (files.Links == 0 ? "" : $" {files.Links} symbolic links were left out."));

    private static async Task WriteAsync(string path, BackupManifest manifest, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        await JsonSerializer.SerializeAsync(file, manifest, BackupJson.Default.BackupManifest, cancellationToken);
        file.Flush(flushToDisk: true);
    }

    private static async Task<BackupManifest> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path)) throw new IOException($"'{Path.GetDirectoryName(path)}' is not a backup of a tracking store.");
        try
        {
            await using var file = File.OpenRead(path);
            var manifest = await JsonSerializer.DeserializeAsync(file, BackupJson.Default.BackupManifest, cancellationToken);
            return manifest is { Format: BackupManifest.CurrentFormat }
                ? manifest
                : throw new InvalidDataException($"'{path}' has a form that this server does not know. Use the one that wrote it.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"'{path}' is damaged: {e.Message}", e);
        }
    }
}
