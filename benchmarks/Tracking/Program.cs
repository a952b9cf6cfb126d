using DynamoToolkit.Benchmarks.Reports;
using DynamoToolkit.Benchmarks.Tracking;

// Without --write, the table only goes to the console.
if (args is not ["logging", .. var options])
{
    Console.Error.WriteLine("logging [--only NAME] [--write]   the processor time of the tracking server for each request that logs");
    return 1;
}

var only = Array.IndexOf(options, "--only");
var part = $"{await LoggingRun.MeasureAsync(only < 0 ? null : options[only + 1])}\n{Machine.Describe()}";
Console.WriteLine(part);
if (options.Contains("--write"))
    DocsPage.Replace("tracking-logging", part, "tracking-store.md");

return 0;
