using Microsoft.CodeAnalysis;

namespace DynamoToolkit.TestKit;

/// <summary>
/// What test compilations refer to: the framework that runs the tests, the AWS SDK, the library, and the engine if a project has it.
/// </summary>
public static class TestReferences
{
    private static readonly string FrameworkFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    /// <summary>The references, made once.</summary>
    public static IReadOnlyList<MetadataReference> All { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(IsReferred)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static bool IsReferred(string path) =>
        Path.GetDirectoryName(path) == FrameworkFolder ||
        Path.GetFileNameWithoutExtension(path) is "DynamoToolkit" or "DynamoToolkit.Local" ||
        Path.GetFileName(path).StartsWith("AWSSDK.", StringComparison.Ordinal);
}
