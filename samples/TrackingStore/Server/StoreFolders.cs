namespace TrackingStore.Server;

/// <summary>Folders that a command works on. Only the server makes them.</summary>
internal static class StoreFolders
{
    /// <summary>Requires that the data folder, if one is named, has a store.</summary>
    /// <exception cref="IOException">It does not exist, or there is no file in it.</exception>
    public static void RequireData(ServerOptions options)
    {
        if (options.DataFolder is not { } folder || (Directory.Exists(folder) && Directory.EnumerateFiles(folder).Any())) return;
        throw new IOException($"There is no store in '{folder}'.");
    }

    /// <summary>Requires that the folder of the artifacts, if they are in one, exists.</summary>
    /// <exception cref="IOException">It does not.</exception>
    public static void RequireArtifacts(ArtifactRoot root)
    {
        if (root.Folder is null || Directory.Exists(root.Folder)) return;
        throw new IOException(
            $"There is no folder of artifacts '{root.Folder}'. Name the one that the server uses with --artifacts-destination or " +
            "--default-artifact-root.");
    }
}
