namespace DynamoToolkit.Benchmarks.Reports;

/// <summary>A page of the docs: its measured parts stand between markers, and the programs that measure write them.</summary>
internal static class DocsPage
{
    /// <summary>Replaces what stands between <c>&lt;!-- name --&gt;</c> and <c>&lt;!-- /name --&gt;</c>.</summary>
    /// <param name="name">The name of the part.</param>
    /// <param name="content">The new content.</param>
    /// <param name="page">The file in <c>docs</c>.</param>
    public static void Replace(string name, string content, string page = "performance.md")
    {
        var path = Path.Combine(Root(), "docs", page);
        var text = File.ReadAllText(path);
        var begin = $"<!-- {name} -->";
        var end = $"<!-- /{name} -->";
        var from = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var to = text.IndexOf(end, StringComparison.Ordinal);
        if (from < begin.Length || to < from)
            throw new InvalidDataException($"{path} has no part between '{begin}' and '{end}'.");

        File.WriteAllText(path, $"{text[..from]}\n{content.Trim()}\n{text[to..]}");
        Console.WriteLine($"wrote '{name}' into {path}");
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Toolkit.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The program does not run inside the repository.");
    }
}
