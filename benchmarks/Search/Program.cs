using DynamoToolkit.Benchmarks.Search;

// Without --write, the tables only go to the console.
return args switch
{
    ["tokens", .. var options] => Commands.Tokens(options),
    ["searches", .. var options] => await Commands.SearchesAsync(options),
    _ => Commands.Explain(),
};
