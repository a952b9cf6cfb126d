using System.Text.Json;
using DynamoToolkit.Benchmarks.EndToEnd;
using DynamoToolkit.Benchmarks.Entities;
using DynamoToolkit.Benchmarks.Mapping;

namespace DynamoToolkit.Benchmarks.Checks;

/// <summary>Every client has to send the right bytes and to give back the right entities before it is measured.</summary>
internal sealed class ClientChecks(CannedServerProcess server)
{
    private static readonly Order One = Orders.Create(42);

    /// <summary>Checks one client against the canned answers and against what the server got.</summary>
    /// <exception cref="InvalidDataException">It sends or reads something else than the others.</exception>
    public async Task RunAsync(ClientVariant client)
    {
        await server.LastBodyAsync("any");
        await CheckReadsAsync(client);
        await CheckWritesAsync(client);
        await server.ForgetAsync();
    }

    private static async Task CheckReadsAsync(ClientVariant client)
    {
        if (await client.GetAsync(One) is not { } order)
            throw new InvalidDataException($"{client.Name}: no order came back");

        MappingChecks.MustBeEqual([One], [order], client.Name + ", get");
        foreach (var (customer, count) in new[] { (CannedServerProcess.Customer100, 100), (CannedServerProcess.Customer1000, 1000) })
            MappingChecks.MustBeEqual(Orders.CreateMany(count, customer), await client.QueryAsync(customer), client.Name + ", query");

        var ten = Orders.CreateMany(10);
        MappingChecks.MustBeEqual(ten, await client.TransactGetAsync(ten), client.Name + ", transact get");

        var keys = Orders.CreateMany(100);
        var batch = await client.BatchGetAsync(keys);
        batch.Sort(static (one, other) => string.CompareOrdinal(one.OrderId, other.OrderId));
        MappingChecks.MustBeEqual(keys, batch, client.Name + ", batch get");
    }

    private async Task CheckWritesAsync(ClientVariant client)
    {
        var ten = Orders.CreateMany(10);
        var many = Orders.CreateMany(25);
        await client.PutAsync(One);
        await client.UpdateAsync(One);
        await client.DeleteAsync(One);
        await client.TransactWriteAsync(ten);
        await client.BatchWriteAsync(many);

        var batch = await server.LastBodyAsync("BatchWriteItem");
        JsonMeaning.MustBeEqual(CannedBodies.BatchWriteRequest(many), Known(batch, "RequestItems"), client.Name + ", batch write");

        var delete = await server.LastBodyAsync("DeleteItem");
        JsonMeaning.MustBeEqual(CannedBodies.DeleteRequest(One), Known(delete, "TableName", "Key"), client.Name + ", delete");

        if (client is ContextClient)
        {
            // Its saves are updates of every attribute in an old notation of the API, its transactions name each attribute that they read:
            // the service takes both, the others have nothing to compare.
            return;
        }

        var gets = await server.LastBodyAsync("TransactGetItems");
        JsonMeaning.MustBeEqual(CannedBodies.TransactGetRequest(ten), Known(gets, "TransactItems"), client.Name + ", transact get");

        var put = await server.LastBodyAsync("PutItem");
        JsonMeaning.MustBeEqual(CannedBodies.PutRequest(One), Known(put, "TableName", "Item"), client.Name + ", put");

        var transaction = await server.LastBodyAsync("TransactWriteItems");
        JsonMeaning.MustBeEqual(CannedBodies.TransactWriteRequest(ten), Known(transaction, "TransactItems"), client.Name + ", transaction");

        UpdateCheck.MustBeRight(One, await server.LastBodyAsync("UpdateItem"), client.Name + ", update");
    }

    /// <summary>The body without members that some clients add and that change nothing, such as a client token.</summary>
    private static byte[] Known(byte[] body, params string[] names)
    {
        using var document = JsonDocument.Parse(body);
        return JsonSerializer.SerializeToUtf8Bytes(names.ToDictionary(static name => name, name => document.RootElement.GetProperty(name)));
    }
}
