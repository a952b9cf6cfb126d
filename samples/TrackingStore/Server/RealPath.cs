using TrackingStore.Artifacts;

namespace TrackingStore.Server;

/// <summary>Where paths lead on the disk, so that they can be compared: their symbolic links are followed.</summary>
internal static class RealPath
{
    /// <summary>The real place of a path. Parts that do not exist stay as they are.</summary>
    /// <exception cref="IOException">The path is a circle of links.</exception>
    public static string Of(string path)
    {
        var full = Path.GetFullPath(path);
        var real = LinkResolver.Resolve(Path.GetPathRoot(full)!, full) ?? throw new IOException($"'{path}' is a circle of links.");
        return Path.TrimEndingDirectorySeparator(real);
    }

    /// <summary>Whether a real path is that of a folder or of something in it.</summary>
    public static bool IsWithin(string path, string folder)
    {
        var start = Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar;
        return path == folder || path.StartsWith(start, StringComparison.Ordinal);
    }
}
