using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DataModel;
using DynamoToolkit.Benchmarks.Entities;

namespace DynamoToolkit.Benchmarks.EndToEnd;

/// <summary>The SDK's object persistence model. It has no update of single attributes: saving the whole item stands for it.</summary>
public sealed class ContextClient : ClientVariant
{
    private readonly AmazonDynamoDBClient client;
    private readonly DynamoDBContext context;

    public ContextClient(Uri uri)
    {
        client = SdkClient.Create(uri);
        context = SdkContext.Create(client);
    }

    public override string Name => "SDK DynamoDBContext";

    public override async Task<Order?> GetAsync(Order key) => await context.LoadAsync<Order>(key.CustomerId, key.OrderId);

    public override Task PutAsync(Order order) => context.SaveAsync(order);

    public override Task<List<Order>> QueryAsync(string customerId) => context.QueryAsync<Order>(customerId).GetRemainingAsync();

    public override Task UpdateAsync(Order order) => context.SaveAsync(order);

    public override Task DeleteAsync(Order key) => context.DeleteAsync<Order>(key.CustomerId, key.OrderId);

    public override async Task<List<Order>> TransactGetAsync(List<Order> keys)
    {
        var transaction = context.CreateTransactGet<Order>();
        foreach (var key in keys)
            transaction.AddKey(key.CustomerId, key.OrderId);

        await transaction.ExecuteAsync();
        return transaction.Results;
    }

    public override Task TransactWriteAsync(List<Order> orders)
    {
        var transaction = context.CreateTransactWrite<Order>();
        transaction.AddSaveItems(orders);
        return transaction.ExecuteAsync();
    }

    public override async Task<List<Order>> BatchGetAsync(List<Order> keys)
    {
        var batch = context.CreateBatchGet<Order>();
        foreach (var key in keys)
            batch.AddKey(key.CustomerId, key.OrderId);

        await batch.ExecuteAsync();
        return batch.Results;
    }

    public override Task BatchWriteAsync(List<Order> orders)
    {
        var batch = context.CreateBatchWrite<Order>();
        batch.AddPutItems(orders);
        return batch.ExecuteAsync();
    }

    public override void Dispose()
    {
        context.Dispose();
        client.Dispose();
    }
}
