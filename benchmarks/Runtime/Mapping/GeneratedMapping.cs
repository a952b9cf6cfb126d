using DynamoToolkit.Benchmarks.Entities;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Benchmarks.Mapping;

/// <summary>This library: the generated mapping between entities and wire bytes in a pooled buffer.</summary>
public sealed class GeneratedMapping : MappingVariant
{
    public override string Name => "DynamoToolkit";

    public override int WritePut(Order order, Stream? copy = null)
    {
        using var buffer = WireBuffer.Rent();
        var writer = new ItemWriter(buffer);
        writer.WriteRaw("{\"TableName\":\"orders\",\"Item\":"u8);
        Write(ref writer, in order);
        writer.WriteRaw("}"u8);
        writer.Flush();
        copy?.Write(buffer.WrittenSpan);
        return buffer.Length;
    }

    public override int WriteBatch(List<Order> orders, Stream? copy = null)
    {
        using var buffer = WireBuffer.Rent();
        var writer = new ItemWriter(buffer);
        var separator = "{\"RequestItems\":{\"orders\":[{\"PutRequest\":{\"Item\":"u8;
        foreach (var order in orders)
        {
            writer.WriteRaw(separator);
            Write(ref writer, in order);
            separator = "}},{\"PutRequest\":{\"Item\":"u8;
        }

        writer.WriteRaw("}}]}}"u8);
        writer.Flush();
        copy?.Write(buffer.WrittenSpan);
        return buffer.Length;
    }

    public override Order ReadItem(WireSample sample)
    {
        var reader = new ItemReader(sample.Body);
        Order? order = null;
        reader.BeginMap();
        while (reader.ReadName(out var name))
        {
            if (name.SequenceEqual("Item"u8))
                order = reader.ReadItem<Order>();
            else
                reader.SkipValue();
        }

        return order ?? throw new InvalidDataException("The response has no item.");
    }

    public override List<Order> ReadPage(WireSample sample)
    {
        var reader = new ItemReader(sample.Body);
        var orders = new List<Order>(sample.Orders.Count);
        reader.BeginMap();
        while (reader.ReadName(out var name))
        {
            if (!name.SequenceEqual("Items"u8))
            {
                reader.SkipValue();
                continue;
            }

            reader.BeginArray();
            while (reader.NextArrayElement())
                orders.Add(reader.ReadItem<Order>());
        }

        return orders;
    }

    private static void Write<T>(ref ItemWriter writer, in T item)
        where T : IDynamoMap<T> => T.WriteMap(ref writer, in item);
}
