using DynamoToolkit.Benchmarks.Local;

// Without --write, the tables only go to the console.
return args switch
{
    ["inprocess", .. var options] => await Commands.InProcessAsync(options),
    ["memory", .. var options] => await Commands.MemoryAsync(options),
    ["stream", .. var options] => await Commands.StreamAsync(options),
    ["http", .. var options] => await Commands.HttpAsync(options),
    _ => Commands.Explain(),
};
