namespace DynamoToolkit.Benchmarks.Generator;

/// <summary>
/// A project of the SDK's defaults in a folder of sources, its own analyzers included, and the builds of it.
/// </summary>
internal sealed class ProjectBuild
{
    private readonly string project;

    /// <summary>Writes the project and restores it, which needs no package.</summary>
    /// <param name="folder">The folder with the sources.</param>
    public ProjectBuild(string folder)
    {
        project = Path.Combine(folder, "Application.csproj");
        File.WriteAllText(project, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net{Environment.Version.ToString(2)}</TargetFramework>
                <Nullable>enable</Nullable>
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="{typeof(DynamoTable<>).Assembly.Location}" />
                <Analyzer Include="{Compiler.Generator}" Condition="'$(Parts)' != '{Parts.Nothing}'" />
                <Analyzer Include="{Compiler.Analyzers}" Condition="'$(Parts)' == '{Parts.GeneratorAndRules}'" />
              </ItemGroup>
            </Project>
            """);
        // Settings in a folder above must not apply here.
        foreach (var name in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
            File.WriteAllText(Path.Combine(folder, name), "<Project />");
        Timed.Run(["dotnet", "restore", project, "--verbosity", "quiet"]);
    }

    /// <summary>Builds the project anew with a new compiler, as the first build of a day does, or one on a build machine.</summary>
    /// <param name="parts">What of the library takes part.</param>
    /// <returns>How long it took by the clock, and the CPU time of the build and its compiler in user mode.</returns>
    public (TimeSpan Elapsed, TimeSpan UserCpu) Run(Parts parts) => Run(parts, "-p:UseSharedCompilation=false");

    /// <summary>Builds the project anew with a compiler that stays, as all other builds of a day do.</summary>
    /// <param name="parts">What of the library takes part.</param>
    /// <param name="server">The compiler.</param>
    /// <returns>How long it took by the clock, and the CPU time of the build and its compiler in user mode.</returns>
    /// <exception cref="InvalidOperationException">The build did not use the compiler.</exception>
    public (TimeSpan Elapsed, TimeSpan UserCpu) Run(Parts parts, CompilerServer server)
    {
        var before = server.UserCpu;
        var run = Run(parts, "-p:UseSharedCompilation=true", $"-p:SharedCompilationId={server.Name}");
        var compiling = server.UserCpu - before;
        // A build that does not reach its server compiles by itself, and does not say so.
        if (compiling < run.UserCpu / 10)
            throw new InvalidOperationException("The build did not use the compiler that it was given.");

        return (run.Elapsed, run.UserCpu + compiling);
    }

    private (TimeSpan Elapsed, TimeSpan UserCpu) Run(Parts parts, params string[] options)
    {
        var run = Timed.Run(
        [
            "dotnet", "build", project, "--no-restore", "--no-incremental", "--verbosity", "quiet", "-nologo", "-nodeReuse:false",
            $"-p:Parts={parts}", .. options,
        ]);
        return (run.Elapsed, run.UserCpu);
    }

    /// <summary>What of the library takes part in a build.</summary>
    public enum Parts
    {
        /// <summary>Neither generator nor rules.</summary>
        Nothing,

        /// <summary>The generator.</summary>
        Generator,

        /// <summary>The generator and all rules, as the package brings them.</summary>
        GeneratorAndRules,
    }
}
