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
            StoreFolders.RequireData(options);
            using var place = ArtifactRoot.For(options);
            if (place.IsNamed) StoreFolders.RequireArtifacts(place);
            RequireOutside(to, options.DataFolder!);
            if (place.Folder is not null) RequireOutside(to, place.Folder);
            using var backup = new UnfinishedFolder(to);
            // Items first: what they name was uploaded before, so the files are there when they are copied.
            await LocalDynamo.CopyFolderAsync(options.DataFolder!, Path.Combine(backup.Current, Items), cancellationToken);
            var items = await BackupFile.ListAsync(Path.Combine(backup.Current, Items), cancellationToken);
            var hasRoot = Directory.Exists(place.Folder);
            var files = place.Folder is { } root
                ? await ArtifactCopy.CopyAsync(root, Path.Combine(backup.Current, Artifacts), cancellationToken)
                : ArtifactCopy.Nothing;
            var manifest = new BackupManifest(BackupManifest.CurrentFormat, items, files, place.Folder is null ? place.Place : null);
            await WriteAsync(Path.Combine(backup.Current, Manifest), manifest, cancellationToken);
            backup.Finish();
            await ReportAsync(output, files, $"The backup is in {to}");
            await output.WriteLineAsync(hasRoot ? OtherArtifacts(place) : MissingArtifacts(place));
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
            var (dataPath, rootPath) = (RealPath.Of(options.DataFolder!), RealPath.Of(FolderFor(manifest, options)));
            RequireApart(dataPath, rootPath);
            RequireOutside(dataPath, from);
            RequireOutside(rootPath, from);
            RequireSame(manifest.Items, await BackupFile.ListAsync(Path.Combine(from, Items), cancellationToken), from);
            using var data = new UnfinishedFolder(dataPath);
            var isInside = RealPath.IsWithin(rootPath, dataPath);
            using var root = isInside ? null : new UnfinishedFolder(rootPath);
            var artifacts = root?.Current ?? Path.Combine(data.Current, Path.GetRelativePath(dataPath, rootPath));
            await LocalDynamo.CopyFolderAsync(Path.Combine(from, Items), data.Current, cancellationToken);
            var files = await ArtifactCopy.CopyAsync(Path.Combine(from, Artifacts), artifacts, cancellationToken);
            if (!files.HasSameFilesAs(manifest.Artifacts))
                throw new InvalidDataException($"The artifacts in '{from}' are not those of the backup: some are damaged or missing.");
            // The store last: it exists only with its artifacts.
            root?.Finish();
            Finish(data, isInside ? null : rootPath);
            await ReportAsync(output, files, $"The data is in {options.DataFolder}");
            if (manifest.Bucket is { } bucket)
                await output.WriteLineAsync($"Warning: the artifacts are not in the backup. They were in {bucket}.");
        });

    private static string OtherArtifacts(ArtifactRoot place) =>
        $"Of the artifacts, it has what is below '{place.Place}'. Artifacts of experiments that have another location are not in it.";

    private static string MissingArtifacts(ArtifactRoot place) => place.Folder is { } root
        ? $"Warning: there is no folder '{root}'. If the server has its artifacts elsewhere, name that with --artifacts-destination or " +
            "--default-artifact-root."
        : $"Warning: the artifacts in {place.Place} are not in the backup. Back the bucket up by its own means."
            + " It keeps older versions of objects, for example.";

    /// <summary>Where restored artifacts go. Nothing is written to a bucket.</summary>
    private static string FolderFor(BackupManifest manifest, ServerOptions options)
    {
        using var place = ArtifactRoot.For(options);
        if (place.Folder is { } folder) return folder;
        if (manifest.Artifacts.Files == 0) return Path.Combine(options.DataFolder!, Artifacts);
        throw new ArgumentException(
            $"The backup has {manifest.Artifacts.Files} artifacts, which cannot be restored to {place.Place}. Restore them to a folder " +
            "with --artifacts-destination, and copy them to the bucket from there.");
    }

    /// <summary>Refuses to write into a folder that is copied: the copy would have no end.</summary>
    private static void RequireOutside(string to, string source)
    {
        var (target, folder) = (RealPath.Of(to), RealPath.Of(source));
        if (!RealPath.IsWithin(target, folder) && !RealPath.IsWithin(target + UnfinishedFolder.Suffix, folder)) return;
        throw new ArgumentException($"'{to}' lies in '{source}', which is to be copied. Name another folder.");
    }

    private static void RequireApart(string data, string root)
    {
        if (!RealPath.IsWithin(data, root)
            && !RealPath.IsWithin(data, root + UnfinishedFolder.Suffix)
            && !RealPath.IsWithin(root, data + UnfinishedFolder.Suffix))
        {
            return;
        }

        throw new ArgumentException($"The data folder '{data}' and that of the artifacts, '{root}', overlap. Name another folder.");
    }

    private static void RequireSame(IReadOnlyList<BackupFile> expected, IReadOnlyList<BackupFile> found, string from)
    {
        if (expected.Except(found).FirstOrDefault() is { } lost)
            throw new InvalidDataException($"'{Path.Combine(from, Items, lost.Name)}' is damaged or missing.");
        if (found.Except(expected).FirstOrDefault() is { } foreign)
            throw new InvalidDataException($"'{Path.Combine(from, Items, foreign.Name)}' does not belong to the backup.");
    }

    private static void Finish(UnfinishedFolder data, string? root)
    {
        try
        {
            data.Finish();
        }
        catch (Exception e) when (root is not null && e is not LeftBehindException and (IOException or UnauthorizedAccessException))
        {
            throw new LeftBehindException($"The artifacts are in '{root}' already; delete them before the next attempt. {e.Message}", e);
        }
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
            await output.WriteLineAsync($"{what} failed{(e is LeftBehindException ? "" : ", and nothing of it is left")}: {e.Message}");
            return 1;
        }
    }

    private static Task ReportAsync(TextWriter output, CopiedFiles files, string place) => output.WriteLineAsync(
        $"{place}: all items, and {files.Files} artifacts of {files.Bytes} bytes." +
        (files.Links == 0 ? "" : $" {files.Links} symbolic links were left out.") +
        (files.Others == 0 ? "" : $" {files.Others} pipes, sockets and devices were left out."));

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
            return manifest is { Format: BackupManifest.CurrentFormat, Items: not null, Artifacts: not null }
                ? manifest
                : throw new InvalidDataException($"'{path}' has a form that this server does not know. Use the one that wrote it.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"'{path}' is damaged: {e.Message}", e);
        }
    }
}
