using System.Globalization;
using DynamoToolkit.Benchmarks.Generator;
using DynamoToolkit.Benchmarks.Reports;

// Ends with 1 where something takes longer than it may. 'build' measures what a build costs, 'rules' what the rules cost a build and an
// edit; otherwise the generator alone is measured.
// --write puts the tables into docs/performance.md, --rounds N sets how often everything is repeated.
var option = Array.IndexOf(args, "--rounds");
var rounds = option < 0 ? 7 : int.Parse(args[option + 1], CultureInfo.InvariantCulture);

var part = args.Contains("build") ? "build" : args.Contains("rules") ? "rules" : "generator";
var (table, held) = part switch
{
    "build" => BuildRuns.Measure(rounds),
    "rules" => RuleRuns.Measure(rounds),
    _ => ColdRuns.Measure(rounds),
};
if (part == "rules")
{
    var edits = RuleEdits.Measure(rounds);
    (table, held) = ($"{table}\n{edits.Table}", held && edits.Held);
}

if (part == "generator")
    table = $"{CompilerRuns.Measure(rounds)}\n{table}\n{Edits.Measure(rounds)}";

var report = $"{table}\n{Machine.Describe()}";
Console.WriteLine(report);
if (args.Contains("--write"))
    DocsPage.Replace(part, report);

return held ? 0 : 1;
