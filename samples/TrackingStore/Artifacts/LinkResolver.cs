namespace TrackingStore.Artifacts;

/// <summary>
/// Finds where a path leads on the disk. It follows each symbolic link, and those in its target, part by part, as the system does when it
/// opens a file: the text of a link that begins like the root may lead through another link, and so out of it.
/// </summary>
internal static class LinkResolver
{
    private const int MaxLinks = 40;

    /// <summary>The real place of a path; null for a circle of links. Parts that do not exist stay as they are.</summary>
    /// <param name="place">A folder without links in its path.</param>
    /// <param name="path">The path from there, or an absolute one.</param>
    public static string? Resolve(string place, string path)
    {
        var pending = new Stack<string>();
        place = Push(pending, place, path);
        var links = 0;
        while (pending.TryPop(out var part))
        {
            if (part is "" or ".") continue;
            if (part is "..")
            {
                place = Path.GetDirectoryName(place) ?? place;
                continue;
            }

            var next = Path.Combine(place, part);
            var target = new FileInfo(next).LinkTarget;
            if (target is not null && ++links > MaxLinks) return null;
            place = target is null ? next : Push(pending, place, target);
        }

        return place;
    }

    /// <summary>Puts the parts of a path on the stack, and returns where it begins.</summary>
    private static string Push(Stack<string> pending, string place, string path)
    {
        var parts = path.Split(Path.DirectorySeparatorChar);
        for (var i = parts.Length - 1; i >= 0; i--) pending.Push(parts[i]);
        return Path.IsPathRooted(path) ? Path.GetPathRoot(path)! : place;
    }
}
