using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Benchmarks.Entities;

namespace DynamoToolkit.Benchmarks.Mapping;

/// <summary>The SDK's low-level model: a dictionary by hand, the SDK's marshaller to bytes.</summary>
public sealed class LowLevelMapping : MappingVariant
{
    public override string Name => "SDK low-level";

    public override int WritePut(Order order, Stream? copy = null) =>
        SdkWire.Marshall(new PutItemRequest { TableName = Orders.TableName, Item = OrderAttributes.Of(order) }, copy);

    public override int WriteBatch(List<Order> orders, Stream? copy = null)
    {
        var puts = orders.ConvertAll(static order => new WriteRequest { PutRequest = new PutRequest { Item = OrderAttributes.Of(order) } });
        return SdkWire.Marshall(new BatchWriteItemRequest { RequestItems = new() { [Orders.TableName] = puts } }, copy);
    }

    public override Order ReadItem(WireSample sample) => OrderAttributes.ToOrder(SdkWire.UnmarshallItem(sample.Body));

    public override List<Order> ReadPage(WireSample sample) => SdkWire.UnmarshallItems(sample.Body).ConvertAll(OrderAttributes.ToOrder);
}
