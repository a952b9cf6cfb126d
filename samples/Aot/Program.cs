using AotShop;
using AotShop.Steps;
using DynamoToolkit;

// Uses every access of the library through every transport. Compiled ahead of time and trimmed, it must do the same as under the
// just-in-time compiler.
var steps = new (string Name, Func<DynamoClient, Task> RunAsync)[]
{
    ("tables", Tables.CreateAsync),
    ("single items", SingleItems.RunAsync),
    ("conditions", Conditions.RunAsync),
    ("updates", Updates.RunAsync),
    ("queries", Queries.RunAsync),
    ("indexes", Indexes.RunAsync),
    ("scans", Scans.RunAsync),
    ("batches", Batches.RunAsync),
    ("transactions", TransactionSteps.RunAsync),
    ("time to live", Expiry.RunAsync),
    ("locking", Locking.RunAsync),
    ("versions", Versions.RunAsync),
    ("sharding", Sharding.RunAsync),
    ("materializing", Materializing.RunAsync),
    ("unique values", Uniqueness.RunAsync),
    ("searches", Searches.RunAsync),
    ("ranked searches", RankedSearches.RunAsync),
    ("retention", Retaining.RunAsync),
    ("mappings", Mappings.RunAsync),
    ("streams", Streaming.RunAsync),
    ("the end of the tables", Tables.DeleteAsync),
};
foreach (var (name, door) in Doors.All)
{
    await using var database = await Database.OpenAsync(door);
    foreach (var step in steps)
    {
        await step.RunAsync(database.Client);
        Console.WriteLine($"ok: {step.Name}, {name}");
    }
}

await Hosts.RunAsync();
Console.WriteLine("ok: a host with several clients");
await Homes.RunAsync();
Console.WriteLine("ok: an engine's homes");
return 0;
