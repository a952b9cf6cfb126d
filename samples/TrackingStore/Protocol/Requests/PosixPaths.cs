namespace TrackingStore.Protocol.Requests;

/// <summary>Paths with slashes, whatever the machine's own separator is.</summary>
internal static class PosixPaths
{
    /// <summary>The path as Python's posixpath.normpath has it: without empty segments, dots, and dot-dots that can be resolved.</summary>
    public static string Normalize(string path)
    {
        var root = path.StartsWith("//", StringComparison.Ordinal) && !path.StartsWith("///", StringComparison.Ordinal) ? "//"
            : path.StartsWith('/') ? "/"
            : "";
        var kept = new List<string>();
        foreach (var segment in path.Split('/'))
        {
            if (segment is "" or ".") continue;
            if (segment is not ".." || (root.Length == 0 && (kept.Count == 0 || kept[^1] is "..")))
            {
                kept.Add(segment);
            }
            else if (kept.Count > 0)
            {
                kept.RemoveAt(kept.Count - 1);
            }
        }

        var normal = root + string.Join('/', kept);
        return normal.Length == 0 ? "." : normal;
    }
}
