using System.Globalization;
using DynamoToolkit.Benchmarks;

// No arguments: every benchmark under BenchmarkDotNet. Its own arguments, such as --filter, are passed on.
return args switch
{
    ["verify"] => await Commands.VerifyAsync(),
    ["drive", var operation, var client, var seconds] => await Commands.DriveAsync(operation, client, TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture))),
    ["compare-call", var operation, .. var options] => await Commands.CompareCallAsync(operation, options),
    ["compare", .. var options] => await Commands.CompareAsync(options),
    _ => await Commands.BenchmarkAsync(args),
};
