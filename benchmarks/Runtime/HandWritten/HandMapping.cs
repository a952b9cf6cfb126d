using DynamoToolkit.Benchmarks.Entities;
using DynamoToolkit.Benchmarks.Mapping;

namespace DynamoToolkit.Benchmarks.HandWritten;

/// <summary>Written by hand for this one entity, straight to and from bytes: the limit.</summary>
public sealed class HandMapping : MappingVariant
{
    private byte[] buffer = new byte[64 * 1024];

    public override string Name => MappingVariants.Floor;

    public override bool ReadsAnyJson => false;

    public override int WritePut(Order order, Stream? copy = null)
    {
        var writer = Writer(OrderWriter.MaxLength(order) + 64);
        writer.Raw("{\"TableName\":\"orders\",\"Item\":"u8);
        OrderWriter.Write(ref writer, order);
        writer.Raw("}"u8);
        copy?.Write(buffer, 0, writer.Length);
        return writer.Length;
    }

    public override int WriteBatch(List<Order> orders, Stream? copy = null)
    {
        var length = 64;
        foreach (var order in orders)
            length += OrderWriter.MaxLength(order) + 32;

        var writer = Writer(length);
        var separator = "{\"RequestItems\":{\"orders\":[{\"PutRequest\":{\"Item\":"u8;
        foreach (var order in orders)
        {
            writer.Raw(separator);
            OrderWriter.Write(ref writer, order);
            separator = "}},{\"PutRequest\":{\"Item\":"u8;
        }

        writer.Raw("}}]}}"u8);
        copy?.Write(buffer, 0, writer.Length);
        return writer.Length;
    }

    public override Order ReadItem(WireSample sample)
    {
        var reader = new HandReader(sample.Body);
        reader.Expect("{\"Item\":"u8);
        return OrderReader.Read(ref reader);
    }

    public override List<Order> ReadPage(WireSample sample)
    {
        var reader = new HandReader(sample.Body);
        reader.Expect("{\"Count\":"u8);
        return OrderReader.ReadList(ref reader, reader.Count());
    }

    private HandWriter Writer(int length)
    {
        if (buffer.Length < length)
            buffer = new byte[length];

        return new HandWriter(buffer);
    }
}
