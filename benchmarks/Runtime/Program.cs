using System.Globalization;
using DynamoToolkit.Benchmarks;

// No arguments: every benchmark under BenchmarkDotNet. Its own arguments, such as --filter, are passed on.
return args switch
{
    ["verify"] => await Commands.VerifyAsync(),
    ["drive", var operation, var client, var seconds] => await Commands.DriveAsync(operation, client, Seconds(seconds)),
    ["compare-calls", .. var options] => await Commands.CompareCallsAsync(options),
    ["compare", .. var options] => await Commands.CompareAsync(options),
    _ => await Commands.BenchmarkAsync(args),
};

static TimeSpan Seconds(string text) => TimeSpan.FromSeconds(int.Parse(text, CultureInfo.InvariantCulture));
