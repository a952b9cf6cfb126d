using AotShop.Steps;
using DynamoToolkit;
using DynamoToolkit.Local;

// Uses every access of the library. Compiled ahead of time and trimmed, it must do the same as under the just-in-time compiler.
using var db = new DynamoClient(LocalDynamo.InMemory());
await Tables.CreateAsync(db);
foreach (var (name, step) in new (string, Func<DynamoClient, Task>)[]
         {
             ("single items", SingleItems.RunAsync),
             ("updates", Updates.RunAsync),
             ("queries", Queries.RunAsync),
             ("scans", Scans.RunAsync),
             ("batches", Batches.RunAsync),
             ("transactions", TransactionSteps.RunAsync),
             ("time to live", Expiry.RunAsync),
         })
{
    await step(db);
    Console.WriteLine($"ok: {name}");
}

return 0;
