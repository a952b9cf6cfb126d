namespace DynamoToolkit.Architecture.Tests;

/// <summary>
/// The floors that the folders of an assembly stand on. Code knows its own folder and the folders on lower floors; so no two folders know
/// each other.
/// </summary>
internal static class FloorPlan
{
    /// <summary>Checks that every folder has a floor, and knows nothing above it.</summary>
    /// <param name="source">The sources.</param>
    /// <param name="floors">
    /// The floor of each folder that has files; the key of a part that is one floor as a whole ends with <c>/**</c>.
    /// </param>
    /// <param name="unbound">
    /// Members that do not bind here, because another generator writes them or this compiler is too old for them.
    /// </param>
    public static void Holds(SourceTree source, Dictionary<string, int> floors, params string[] unbound)
    {
        Assert.DoesNotContain(
            source.UnknownNames, unknown => !unbound.Any(member => unknown.GetMessage().Contains($"'{member}'", StringComparison.Ordinal)));
        Assert.Equal(
            floors.Keys.Order(StringComparer.Ordinal),
            source.Folders.Select(folder => KeyOf(folder, floors)).Distinct().Order(StringComparer.Ordinal));
        var wrong =
            from use in source.Uses()
            let user = KeyOf(source.FolderOf(use.File), floors)
            from path in source.Declarations(use.Type)
            let used = KeyOf(source.FolderOf(path), floors)
            where user != used && floors[used] >= floors[user]
            select $"{user}/{Path.GetFileName(use.File)} knows {used}/{use.Type.Name}";
        Assert.Empty(wrong.Distinct());
    }

    /// <summary>The folder itself, or the part that it belongs to. A folder without a floor fails the test by its name.</summary>
    private static string KeyOf(string folder, Dictionary<string, int> floors)
    {
        for (var part = folder; part.Length > 0; part = part.Contains('/') ? part[..part.LastIndexOf('/')] : "")
        {
            if (floors.ContainsKey($"{part}/**"))
                return $"{part}/**";
        }

        return folder;
    }
}
