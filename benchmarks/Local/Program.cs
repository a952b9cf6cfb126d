using System.Globalization;
using DynamoToolkit.Benchmarks.Local;

// Without --write, the tables only go to the console.
return args switch
{
    ["inprocess", .. var options] => await Commands.InProcessAsync(options),
    ["memory", .. var options] => await Commands.MemoryAsync(options),
    ["open", .. var options] => await Commands.OpenAsync(options),
    ["fill", var folder, var items] => FolderRuns.Fill(folder, int.Parse(items, CultureInfo.InvariantCulture)),
    ["pauses", .. var options] => await Commands.PausesAsync(options),
    ["http", .. var options] => await Commands.HttpAsync(options),
    _ => Commands.Explain(),
};
