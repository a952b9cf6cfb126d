using DynamoToolkit.Benchmarks.Entities;
using DynamoToolkit.Transport;

namespace DynamoToolkit.Benchmarks.EndToEnd;

/// <summary>This library as applications use it.</summary>
public sealed class ToolkitClient : ClientVariant
{
    private readonly DynamoClient client;
    private readonly DynamoTable<Order> orders;

    private ToolkitClient(string name, DynamoClient client)
    {
        Name = name;
        this.client = client;
        orders = client.Table<Order>();
    }

    public override string Name { get; }

    /// <summary>Over its own transport, the default.</summary>
    public static ToolkitClient OverHttp(Uri uri) => new(ClientVariants.Ours, new DynamoClient(new DynamoClientOptions
    {
        ServiceEndpoint = uri,
        Region = SdkClient.Region,
        Credentials = SdkClient.Credentials,
    }));

    /// <summary>Over the AWS SDK's pipeline, with all of its handlers.</summary>
    public static ToolkitClient OverSdk(Uri uri) =>
        new("DynamoToolkit over the SDK", new DynamoClient(new SdkTransport(SdkClient.Credentials, SdkClient.Configure(uri))));

    public override Task<Order?> GetAsync(Order key) => orders.GetAsync(Order.Key(key.CustomerId, key.OrderId)).AsTask();

    public override Task PutAsync(Order order) => orders.PutAsync(order);

    public override Task<List<Order>> QueryAsync(string customerId) => orders.Query(Order.Partition(customerId)).ToListAsync();

    public override Task UpdateAsync(Order order) => orders.Update(Order.Key(order.CustomerId, order.OrderId))
        .Set(r => r.Status, order.Status)
        .Set(r => r.Note, order.Note)
        .Add(r => r.Revision, 1)
        .If(r => r.Revision == order.Revision)
        .ExecuteAsync();

    public override Task DeleteAsync(Order key) => orders.DeleteAsync(Order.Key(key.CustomerId, key.OrderId));

    public override async Task<List<Order>> TransactGetAsync(List<Order> keys)
    {
        var gets = keys.ConvertAll(key => orders.Get(Order.Key(key.CustomerId, key.OrderId)));
        var result = await client.TransactGetAsync(gets);
        return gets.ConvertAll(get => result.Find(get)!);
    }

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
