namespace DynamoToolkit.Benchmarks.Generator;

/// <summary>A program's sources in a folder of their own, which is deleted afterwards.</summary>
internal sealed class SourceFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("compile-");

    /// <summary>Writes the sources.</summary>
    /// <param name="shared">One file.</param>
    /// <param name="entity">The file of an entity, by its number.</param>
    /// <param name="entities">How many entities there are.</param>
    public SourceFolder(string shared, Func<int, string> entity, int entities)
    {
        File.WriteAllText(System.IO.Path.Combine(Path, "Shared.cs"), shared);
        for (var number = 0; number < entities; number++)
            File.WriteAllText(System.IO.Path.Combine(Path, $"Entity{number}.cs"), entity(number));
    }

    public string Path => folder.FullName;

    public void Dispose() => folder.Delete(recursive: true);
}
