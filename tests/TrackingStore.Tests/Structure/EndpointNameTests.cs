using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace TrackingStore.Tests.Structure;

/// <summary>
/// Whoever looks for an endpoint finds its file by its path: <c>runs/log-batch</c> is in <c>Endpoints/Runs/LogBatch.cs</c>, and
/// <c>experiments/get-by-name</c> in <c>Endpoints/Experiments/GetExperimentByName.cs</c>.
/// </summary>
public sealed partial class EndpointNameTests
{
    /// <summary>The paths below <c>mlflow/</c>, each with its file.</summary>
    public static TheoryData<string, string> Paths
    {
        get
        {
            var folder = Path.Combine(SampleFolder(), "Endpoints");
            var paths = new TheoryData<string, string>();
            foreach (var file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
            {
                foreach (Match path in PathPattern().Matches(File.ReadAllText(file)))
                    paths.Add(path.Groups[1].Value, Path.GetRelativePath(folder, file));
            }

            return paths;
        }
    }

    [Fact]
    public void Paths_AreFound() => Assert.True(Paths.Count >= 25, $"{Paths.Count} paths");

    [Theory]
    [MemberData(nameof(Paths))]
    public void File_HasTheNameOfItsPath(string path, string file)
    {
        var (resource, action) = (path.Split('/')[0], path.Split('/')[1]);
        Assert.Equal(resource, Path.GetDirectoryName(file), ignoreCase: true);
        var words = WordPattern().Matches(Path.GetFileNameWithoutExtension(file)).Select(word => word.Value.ToLowerInvariant()).ToList();
        Assert.All(action.Split('-'), word => Assert.Contains(word, words));
    }

    [GeneratedRegex("\"mlflow/([a-z]+/[a-z-]+)\"")]
    private static partial Regex PathPattern();

    [GeneratedRegex("[A-Z][a-z]*")]
    private static partial Regex WordPattern();

    internal static string SampleFolder([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "..", "samples", "TrackingStore"));
}
