using System.Globalization;
using DynamoToolkit.Benchmarks.Generator;
using DynamoToolkit.Benchmarks.Reports;

// Ends with 1 where a cold run takes longer than it may. --write puts the tables into docs/performance.md, --rounds N sets how often everything is repeated.
var option = Array.IndexOf(args, "--rounds");
var rounds = option < 0 ? 7 : int.Parse(args[option + 1], CultureInfo.InvariantCulture);

var (cold, held) = ColdRuns.Measure(rounds);
var report = $"{CompilerRuns.Measure(rounds)}\n{cold}\n{Edits.Measure(rounds)}\n{Machine.Describe()}";
Console.WriteLine(report);
if (args.Contains("--write"))
    DocsPage.Replace("generator", report);

return held ? 0 : 1;
