using System.Globalization;
using DynamoToolkit.Benchmarks.Reports;

namespace DynamoToolkit.Benchmarks.Generator;

/// <summary>
/// What the library costs a build: the same classes with generator and analyzers, and without, in turns: a project of the SDK's
/// defaults with a new compiler and with one that has compiled before, as people build, and the compiler alone.
/// </summary>
internal static class BuildRuns
{
    private const int Entities = 200;
    private const int WarmUps = 5;
    private const double MaxRatio = 3;
    private const double MaxLines = 250;
    private const double MaxKilobytes = 15;

    /// <returns>The tables, and whether everything stayed within its limit.</returns>
    public static (string Table, bool Held) Measure(int rounds)
    {
        // The compiler alone has a folder of its own: it compiles all C# files, and a build leaves some in the project's.
        using var projectFolder = new SourceFolder(BuildSources.Shared, BuildSources.Entity, Entities);
        using var folder = new SourceFolder(BuildSources.Shared, BuildSources.Entity, Entities);
        using var generated = new SourceFolder("", static _ => "", 0);
        var project = new ProjectBuild(projectFolder.Path);
        var build = (Without: new RunTimes(), With: new RunTimes());
        var warm = MeasureWarm(project, rounds);
        var compiler = (Without: new RunTimes(), With: new RunTimes());
        var plainBytes = 0L;
        var fullBytes = 0L;
        for (var round = 0; round < rounds; round++)
        {
            build.Without.Add(project.Run(ProjectBuild.Parts.Nothing));
            build.With.Add(project.Run(ProjectBuild.Parts.GeneratorAndRules));
            compiler.Without.Add(Compile([]));
            plainBytes = AssemblyBytes(folder);
            compiler.With.Add(Compile([Compiler.Generator, Compiler.Analyzers], $"/generatedfilesout:{generated.Path}"));
            fullBytes = AssemblyBytes(folder);
        }

        var times = new MarkdownTable("200 entities of 13 members", ">by the clock, median s", ">user CPU, median s", ">of plain");
        var ratio = AddTimes("`dotnet build`", build);
        AddTimes("`dotnet build` with a compiler that has compiled it before", warm);
        AddTimes("the compiler alone, without the SDK's analyzers", compiler);
        times.Add("the first must be at most", "", "", Number(MaxRatio));

        // The file of the nested type that the entities share is none of theirs.
        var files = Directory.EnumerateFiles(generated.Path, "*.Entity*.g.cs", SearchOption.AllDirectories).ToList();
        var lines = files.Sum(static file => File.ReadLines(file).Count()) / (double)Entities;
        var kilobytes = files.Sum(static file => new FileInfo(file).Length) / 1000.0 / Entities;
        var sizes = new MarkdownTable("Size", ">generated lines an entity", ">KB an entity", ">assembly, KB");
        sizes.Add("without generator and analyzers", "", "", Number(plainBytes / 1000.0, "N0"));
        sizes.Add("with them", Number(lines, "0"), Number(kilobytes), Number(fullBytes / 1000.0, "N0"));
        sizes.Add("must be at most", Number(MaxLines, "0"), Number(MaxKilobytes), "");
        return ($"{times}\n{sizes}", ratio <= MaxRatio && lines <= MaxLines && kilobytes <= MaxKilobytes);

        double AddTimes(string what, (RunTimes Without, RunTimes With) pair)
        {
            var multiple = pair.With.Cpu / pair.Without.Cpu;
            times.Add(what, Number(pair.Without.Elapsed), Number(pair.Without.Cpu), "1.0");
            times.Add("… with generator and analyzers", Number(pair.With.Elapsed), Number(pair.With.Cpu), Number(multiple));
            return multiple;
        }

        (TimeSpan Elapsed, TimeSpan UserCpu) Compile(string[] analyzers, params string[] options)
        {
            var run = Compiler.Run(folder.Path, analyzers, options);
            return (run.Elapsed, run.UserCpu);
        }
    }

    /// <summary>Builds with compilers that stay: one that knows the library, and one that has never seen it.</summary>
    private static (RunTimes Without, RunTimes With) MeasureWarm(ProjectBuild project, int rounds)
    {
        using var plain = new CompilerServer();
        using var full = new CompilerServer();
        for (var warmUp = 0; warmUp < WarmUps; warmUp++)
        {
            project.Run(ProjectBuild.Parts.Nothing, plain);
            project.Run(ProjectBuild.Parts.GeneratorAndRules, full);
        }

        var times = (Without: new RunTimes(), With: new RunTimes());
        for (var round = 0; round < rounds; round++)
        {
            times.Without.Add(project.Run(ProjectBuild.Parts.Nothing, plain));
            times.With.Add(project.Run(ProjectBuild.Parts.GeneratorAndRules, full));
        }

        return times;
    }

    private static long AssemblyBytes(SourceFolder folder) => new FileInfo(Path.Combine(folder.Path, "Application.dll")).Length;

    private static string Number(double value, string format = "0.0") => value.ToString(format, CultureInfo.InvariantCulture);
}
