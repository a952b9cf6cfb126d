using DynamoToolkit.Benchmarks.Entities;

namespace DynamoToolkit.Benchmarks.EndToEnd;

/// <summary>One measured call with its arguments.</summary>
/// <param name="Name">Its name in the tables.</param>
/// <param name="Returns">How many orders come back: what the entities themselves weigh.</param>
/// <param name="Run">Makes the call.</param>
internal sealed record ClientOperation(string Name, int Returns, Func<ClientVariant, Task> Run)
{
    private static readonly Order One = Orders.Create(42);
    private static readonly List<Order> Ten = Orders.CreateMany(10);
    private static readonly List<Order> TwentyFive = Orders.CreateMany(25);
    private static readonly List<Order> Hundred = Orders.CreateMany(100);

    public static ClientOperation[] All { get; } =
    [
        new("GetItem", 1, static client => client.GetAsync(One)),
        new("PutItem", 0, static client => client.PutAsync(One)),
        new("UpdateItem", 0, static client => client.UpdateAsync(One)),
        new("DeleteItem", 0, static client => client.DeleteAsync(One)),
        new("Query 100", 100, static client => client.QueryAsync(CannedServerProcess.Customer100)),
        new("Query 1,000", 1000, static client => client.QueryAsync(CannedServerProcess.Customer1000)),
        new("TransactWrite 10", 0, static client => client.TransactWriteAsync(Ten)),
        new("TransactGet 10", 10, static client => client.TransactGetAsync(Ten)),
        new("BatchGet 100", 100, static client => client.BatchGetAsync(Hundred)),
        new("BatchWrite 25", 0, static client => client.BatchWriteAsync(TwentyFive)),
    ];

    public static ClientOperation Named(string name) =>
        All.FirstOrDefault(operation => operation.Name == name)
        ?? throw new ArgumentException(
            $"There is no call '{name}'; there are {string.Join(", ", All.Select(static operation => operation.Name))}.");
}
