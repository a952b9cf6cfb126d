using DynamoToolkit.Benchmarks;

// No arguments: every benchmark under BenchmarkDotNet. Its own arguments, such as --filter, are passed on.
return args switch
{
    ["verify"] => await Commands.VerifyAsync(),
    ["compare", .. var options] => await Commands.CompareAsync(options),
    _ => await Commands.BenchmarkAsync(args),
};
