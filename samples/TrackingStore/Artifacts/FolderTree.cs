namespace TrackingStore.Artifacts;

/// <summary>Walks through a folder without going deeper in the stack than one level, whatever somebody has made of it.</summary>
internal static class FolderTree
{
    /// <summary>The entries below a folder, by name, each folder before what is in it. Links are not followed.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="skipped">The path of a folder that is left out; null for none.</param>
    public static IEnumerable<FileSystemInfo> Walk(string root, string? skipped)
    {
        var open = new Stack<FileSystemInfo>(Children(new DirectoryInfo(root)));
        while (open.TryPop(out var entry))
        {
            if (entry.FullName == skipped) continue;
            yield return entry;
            if (entry is not DirectoryInfo { LinkTarget: null } folder) continue;
            foreach (var child in Children(folder)) open.Push(child);
        }
    }

    private static IEnumerable<FileSystemInfo> Children(DirectoryInfo folder)
    {
        try
        {
            // The last one is on top of the stack.
            return folder.EnumerateFileSystemInfos().OrderByDescending(entry => entry.Name, StringComparer.Ordinal).ToList();
        }
        catch (DirectoryNotFoundException)
        {
            // A request has deleted it.
            return [];
        }
    }
}
