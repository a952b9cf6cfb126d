using System.Buffers;
using System.Runtime.InteropServices;
using DynamoToolkit.Benchmarks.Entities;

namespace DynamoToolkit.Benchmarks.HandWritten;

/// <summary>Request bodies in rented arrays, by hand. Every literal names the table, because all of it is known beforehand.</summary>
internal static class HandRequests
{
    private const int Envelope = 512;

    /// <summary>Writes an order, or its key.</summary>
    private delegate void WriteOne(ref HandWriter writer, Order order);

    /// <summary>A get's or a delete's: they differ in the operation's name only.</summary>
    public static (byte[] Buffer, int Length) Get(Order key)
    {
        var buffer = Rent(0, key);
        var writer = new HandWriter(buffer);
        writer.Raw("{\"TableName\":\"orders\",\"Key\":"u8);
        OrderWriter.WriteKey(ref writer, key);
        writer.Raw("}"u8);
        return (buffer, writer.Length);
    }

    public static (byte[] Buffer, int Length) Put(Order order)
    {
        var buffer = Rent(0, order);
        var writer = new HandWriter(buffer);
        writer.Raw("{\"TableName\":\"orders\",\"Item\":"u8);
        OrderWriter.Write(ref writer, order);
        writer.Raw("}"u8);
        return (buffer, writer.Length);
    }

    public static (byte[] Buffer, int Length) Query(string customerId)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Envelope + customerId.Length * 6);
        var writer = new HandWriter(buffer);
        writer.Raw("{\"TableName\":\"orders\",\"KeyConditionExpression\":\"customerId = :c\""u8);
        writer.Text(",\"ExpressionAttributeValues\":{\":c\":{\"S\":\""u8, customerId);
        writer.Raw("}}"u8);
        return (buffer, writer.Length);
    }

    public static (byte[] Buffer, int Length) Update(Order order)
    {
        var buffer = Rent(0, order);
        var writer = new HandWriter(buffer);
        writer.Raw("{\"TableName\":\"orders\",\"Key\":"u8);
        OrderWriter.WriteKey(ref writer, order);
        writer.Raw(",\"UpdateExpression\":\"SET #status = :status, note = :note ADD revision :one\""u8);
        writer.Raw(",\"ConditionExpression\":\"revision = :revision\",\"ExpressionAttributeNames\":{\"#status\":\"status\"}"u8);
        writer.Text(",\"ExpressionAttributeValues\":{\":status\":{\"S\":\""u8, order.Status);
        writer.Text(",\":note\":{\"S\":\""u8, order.Note);
        writer.Number(",\":one\":{\"N\":\"1\"},\":revision\":{\"N\":\""u8, order.Revision);
        writer.Raw("}}"u8);
        return (buffer, writer.Length);
    }

    public static (byte[] Buffer, int Length) TransactWrite(List<Order> orders) => Many(
        orders, OrderWriter.Write, "{\"TransactItems\":["u8, "{\"Put\":{\"TableName\":\"orders\",\"Item\":"u8, "}}"u8, "]}"u8);

    public static (byte[] Buffer, int Length) TransactGet(List<Order> keys) => Many(
        keys, OrderWriter.WriteKey, "{\"TransactItems\":["u8, "{\"Get\":{\"TableName\":\"orders\",\"Key\":"u8, "}}"u8, "]}"u8);

    public static (byte[] Buffer, int Length) BatchGet(List<Order> keys) => Many(
        keys, OrderWriter.WriteKey, "{\"RequestItems\":{\"orders\":{\"Keys\":["u8, ""u8, ""u8, "]}}}"u8);

    public static (byte[] Buffer, int Length) BatchWrite(List<Order> orders) => Many(
        orders, OrderWriter.Write, "{\"RequestItems\":{\"orders\":["u8, "{\"PutRequest\":{\"Item\":"u8, "}}"u8, "]}}"u8);

    private static (byte[] Buffer, int Length) Many(
        List<Order> orders,
        WriteOne write,
        ReadOnlySpan<byte> opening,
        ReadOnlySpan<byte> before,
        ReadOnlySpan<byte> after,
        ReadOnlySpan<byte> closing)
    {
        var buffer = Rent(before.Length + after.Length + 1, CollectionsMarshal.AsSpan(orders));
        var writer = new HandWriter(buffer);
        var separator = opening;
        foreach (var order in orders)
        {
            writer.Raw(separator);
            writer.Raw(before);
            write(ref writer, order);
            writer.Raw(after);
            separator = ","u8;
        }

        writer.Raw(closing);
        return (buffer, writer.Length);
    }

    private static byte[] Rent(int perItem, params ReadOnlySpan<Order> orders)
    {
        var length = Envelope;
        foreach (var order in orders)
            length += OrderWriter.MaxLength(order) + perItem;

        return ArrayPool<byte>.Shared.Rent(length);
    }
}
