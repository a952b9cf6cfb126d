namespace DynamoToolkit.Benchmarks.Generator;

/// <summary>
/// A project of the SDK's defaults in a folder of sources, its own analyzers included, and the builds of it. Each build starts a new
/// compiler, as the first of a day does, or one on a build machine.
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

    /// <summary>Builds the project anew.</summary>
    /// <param name="parts">What of the library takes part.</param>
    /// <returns>How long it took by the clock, and the CPU time of the build and its compiler in user mode.</returns>
    public (TimeSpan Elapsed, TimeSpan UserCpu) Run(Parts parts)
    {
        var run = Timed.Run(
        [
            "dotnet", "build", project, "--no-restore", "--no-incremental", "--verbosity", "quiet", "-nologo", "-nodeReuse:false",
            "-p:UseSharedCompilation=false", $"-p:Parts={parts}",
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
