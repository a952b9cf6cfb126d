using System.Globalization;
using DynamoToolkit.Benchmarks.Generator;
using DynamoToolkit.Benchmarks.Reports;

// Ends with 1 where something takes longer than it may. 'build' measures what a build costs, otherwise the generator alone is measured.
// --write puts the tables into docs/performance.md, --rounds N sets how often everything is repeated.
var option = Array.IndexOf(args, "--rounds");
var rounds = option < 0 ? 7 : int.Parse(args[option + 1], CultureInfo.InvariantCulture);

var part = args.Contains("build") ? "build" : "generator";
var (table, held) = part == "build" ? BuildRuns.Measure(rounds) : ColdRuns.Measure(rounds);
if (part == "generator")
    table = $"{CompilerRuns.Measure(rounds)}\n{table}\n{Edits.Measure(rounds)}";

var report = $"{table}\n{Machine.Describe()}";
Console.WriteLine(report);
if (args.Contains("--write"))
    DocsPage.Replace(part, report);

return held ? 0 : 1;
