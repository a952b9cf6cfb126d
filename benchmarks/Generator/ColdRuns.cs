using System.Globalization;
using DynamoToolkit.Benchmarks.Reports;

namespace DynamoToolkit.Benchmarks.Generator;

/// <summary>A build from nothing: no state of an earlier run, binding of the entities' symbols included.</summary>
internal static class ColdRuns
{
    private const int Fewest = 10;

    /// <summary>What any of the programs may take, from nothing.</summary>
    private const double MostMilliseconds = 2000;

    /// <returns>The table, and whether all programs stayed below the limit.</returns>
    public static (string Table, bool Held) Measure(int rounds)
    {
        var held = true;
        var table = new MarkdownTable(">Entities", ">first, ms", ">min, ms", ">median, ms", ">CPU, min ms", ">files", ">lines of code");
        foreach (var entities in new[] { Fewest, 100, 1000 })
        {
            var times = new List<double>();
            var leastCpu = double.MaxValue;
            var files = 0;
            var lines = 0;
            for (var round = 0; round < rounds; round++)
            {
                var run = new GeneratorRun(entities);
                var (elapsed, cpu, _, _) = run.Run();
                times.Add(elapsed.TotalMilliseconds);
                leastCpu = Math.Min(leastCpu, cpu.TotalMilliseconds);
                (files, lines) = run.Generated();
                if (entities == Fewest && round == 0)
                    run.MustCompile();
            }

            var first = times[0];
            times.Sort();
            held &= times[0] <= MostMilliseconds;
            table.Add(
                Number(entities), Number(first), Number(times[0]), Number(times[times.Count / 2]), Number(leastCpu), Number(files),
                Number(lines));
        }

        return (table.ToString(), held);
    }

    private static string Number(double value) => value.ToString(value < 10 ? "0.##" : "N0", CultureInfo.InvariantCulture);
}
