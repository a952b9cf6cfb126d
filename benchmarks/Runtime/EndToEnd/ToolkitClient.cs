using Amazon.Runtime;
using DynamoToolkit.Benchmarks.Entities;

namespace DynamoToolkit.Benchmarks.EndToEnd;

/// <summary>This library as applications use it, over its own transport.</summary>
public sealed class ToolkitClient : ClientVariant
{
    private readonly DynamoClient client;
    private readonly DynamoTable<Order> orders;

    public ToolkitClient(Uri uri)
    {
        client = new DynamoClient(new DynamoClientOptions
        {
            ServiceEndpoint = uri,
            Region = "eu-west-1",
            Credentials = new BasicAWSCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
        });
        orders = client.Table<Order>();
    }

    public override string Name => "DynamoToolkit";

    public override Task<Order?> GetAsync(Order key) => orders.GetAsync(Order.Key(key.CustomerId, key.OrderId)).AsTask();

    public override Task PutAsync(Order order) => orders.PutAsync(order);

    public override Task<List<Order>> QueryAsync(string customerId) => orders.Query(Order.Partition(customerId)).ToListAsync();

    public override Task UpdateAsync(Order order) => orders.Update(Order.Key(order.CustomerId, order.OrderId))
        .Set(r => r.Status, order.Status)
        .Set(r => r.Note, order.Note)
        .Add(r => r.Revision, 1)
        .If(r => r.Revision == order.Revision)
        .ExecuteAsync();

    public override Task TransactWriteAsync(List<Order> orders) => client.TransactWriteAsync(Puts(orders));

    public override async Task<List<Order>> BatchGetAsync(List<Order> keys)
    {
        var result = await orders.BatchGetAsync(keys.ConvertAll(static key => Order.Key(key.CustomerId, key.OrderId)));
        return [.. result.Items];
    }

    public override Task BatchWriteAsync(List<Order> orders) => client.BatchWriteAsync(Puts(orders));

    public override void Dispose() => client.Dispose();

    private List<IWriteOperation> Puts(List<Order> items) => items.ConvertAll<IWriteOperation>(orders.Put);
}
