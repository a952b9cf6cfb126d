using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.DocumentModel;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Benchmarks.Entities;

namespace DynamoToolkit.Benchmarks.Mapping;

/// <summary>The SDK's object persistence model: entity to document to dictionary to bytes.</summary>
public sealed class ContextMapping : MappingVariant, IDisposable
{
    private readonly AmazonDynamoDBClient client;
    private readonly DynamoDBContext context;

    public ContextMapping()
    {
        // Never called: the context only wants to have one.
        client = new AmazonDynamoDBClient("key", "secret", new AmazonDynamoDBConfig { ServiceURL = "http://127.0.0.1:1" });
        context = SdkContext.Create(client);
    }

    public override string Name => "SDK DynamoDBContext";

    public override int WritePut(Order order, Stream? copy = null) =>
        SdkWire.Marshall(new PutItemRequest { TableName = Orders.TableName, Item = context.ToDocument(order).ToAttributeMap() }, copy);

    public override int WriteBatch(List<Order> orders, Stream? copy = null)
    {
        var puts = orders.ConvertAll(order => new WriteRequest
        {
            PutRequest = new PutRequest { Item = context.ToDocument(order).ToAttributeMap() },
        });
        return SdkWire.Marshall(new BatchWriteItemRequest { RequestItems = new() { [Orders.TableName] = puts } }, copy);
    }

    public override Order ReadItem(WireSample sample) => ToOrder(SdkWire.UnmarshallItem(sample.Body));

    public override List<Order> ReadPage(WireSample sample) => SdkWire.UnmarshallItems(sample.Body).ConvertAll(ToOrder);

    public void Dispose()
    {
        context.Dispose();
        client.Dispose();
    }

    private Order ToOrder(Dictionary<string, AttributeValue> item) => context.FromDocument<Order>(Document.FromAttributeMap(item));
}
