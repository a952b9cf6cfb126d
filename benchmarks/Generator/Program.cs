using System.Globalization;
using DynamoToolkit.Benchmarks.Generator;
using DynamoToolkit.Benchmarks.Reports;

// --write puts the tables into docs/performance.md, --rounds N sets how often everything is repeated.
var option = Array.IndexOf(args, "--rounds");
var rounds = option < 0 ? 7 : int.Parse(args[option + 1], CultureInfo.InvariantCulture);

var report = $"{ColdRuns.Measure(rounds)}\n{Edits.Measure(rounds)}\n{Machine.Describe()}";
Console.WriteLine(report);
if (args.Contains("--write"))
    DocsPage.Replace("generator", report);
