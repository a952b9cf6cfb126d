using System.Globalization;
using DynamoToolkit.Benchmarks.Generator;
using DynamoToolkit.Benchmarks.Reports;

// Ends with 1 where something takes longer than it may. 'build' measures what a build costs, 'rules' what the rules cost a build, 'edits'
// what they cost an edit; otherwise the generator alone is measured.
// --write puts the tables into docs/performance.md, --rounds N sets how often everything is repeated.
var option = Array.IndexOf(args, "--rounds");
int? rounds = option < 0 ? null : int.Parse(args[option + 1], CultureInfo.InvariantCulture);

var part = new[] { "build", "rules", "edits" }.FirstOrDefault(args.Contains) ?? "generator";
var (table, held) = part switch
{
    "build" => BuildRuns.Measure(rounds ?? 7),
    "rules" => RuleRuns.Measure(rounds ?? RuleRuns.Rounds),
    "edits" => RuleEdits.Measure(rounds ?? RuleEdits.Rounds),
    _ => ColdRuns.Measure(rounds ?? 7),
};
if (part == "generator")
    table = $"{CompilerRuns.Measure(rounds ?? 7)}\n{table}\n{Edits.Measure(rounds ?? 7)}";

var report = $"{table}\n{Machine.Describe()}";
Console.WriteLine(report);
if (args.Contains("--write"))
    DocsPage.Replace(part, report);

return held ? 0 : 1;
