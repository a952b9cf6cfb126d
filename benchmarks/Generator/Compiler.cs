namespace DynamoToolkit.Benchmarks.Generator;

/// <summary>
/// The SDK's compiler in a process of its own, started anew for each run: nothing of it or of the generator is loaded before.
/// </summary>
internal static class Compiler
{
    public static string Generator { get; } = Path.Combine(AppContext.BaseDirectory, "DynamoToolkit.Generator.dll");

    public static string Analyzers { get; } = Path.Combine(AppContext.BaseDirectory, "DynamoToolkit.Analyzers.dll");

    /// <summary>The compiler as a server.</summary>
    public static string Server { get; } = InSdk("VBCSCompiler.dll");

    /// <summary>Compiles all C# files of a folder to <c>Application.dll</c> in it.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="analyzers">The assemblies of generators and analyzers.</param>
    /// <param name="options">Further options of the compiler.</param>
    /// <returns>What the compiler printed, how long it took by the clock, and its CPU time in user mode.</returns>
    public static (string Output, TimeSpan Elapsed, TimeSpan UserCpu) Run(string folder, string[] analyzers, params string[] options) =>
        Timed.Run(
        [
            "dotnet", "exec", InSdk("csc.dll"), "/noconfig", "/nologo", "/target:library",
            "/nullable:enable", "/langversion:latest", $"/out:{Path.Combine(folder, "Application.dll")}",
            $"/recurse:{Path.Combine(folder, "*.cs")}",
            .. analyzers.Select(static path => $"/analyzer:{path}"),
            .. GeneratorRun.ReferencePaths.Select(static path => $"/reference:{path}"),
            .. options,
        ]);

    private static string InSdk(string file) => Path.Combine(SdkFolder(), "Roslyn", "bincore", file);

    /// <summary>The newest SDK beside the runtime that this program runs on.</summary>
    private static string SdkFolder()
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        return Directory.EnumerateDirectories(Path.Combine(root, "sdk"))
            .Where(static sdk => File.Exists(Path.Combine(sdk, "Roslyn", "bincore", "csc.dll")))
            .MaxBy(File.GetLastWriteTimeUtc) ?? throw new InvalidOperationException($"There is no SDK with a compiler in {root}.");
    }
}
