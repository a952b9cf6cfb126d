using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using DynamoToolkit.Benchmarks.Entities;

namespace DynamoToolkit.Benchmarks.Mapping;

/// <summary>
/// Response bodies as the service writes them: no white space, non-ASCII text as it is, only what JSON demands escaped.
/// Written with <see cref="Utf8JsonWriter"/>, by none of the measured variants: it is what they are checked against.
/// </summary>
public static class CannedBodies
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] GetItem(Order order) => Write(writer =>
    {
        writer.WritePropertyName("Item");
        Item(writer, order);
    });

    public static byte[] Query(List<Order> orders) => Write(writer =>
    {
        writer.WriteNumber("Count", orders.Count);
        writer.WritePropertyName("Items");
        Items(writer, orders);
        writer.WriteNumber("ScannedCount", orders.Count);
    });

    public static byte[] BatchGet(List<Order> orders) => Write(writer =>
    {
        writer.WriteStartObject("Responses");
        writer.WritePropertyName(Orders.TableName);
        Items(writer, orders);
        writer.WriteEndObject();
        writer.WriteStartObject("UnprocessedKeys");
        writer.WriteEndObject();
    });

    public static byte[] TransactGet(List<Order> orders) => Write(writer =>
    {
        writer.WriteStartArray("Responses");
        foreach (var order in orders)
        {
            writer.WriteStartObject();
            writer.WritePropertyName("Item");
            Item(writer, order);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    public static byte[] BatchWrite() => """{"UnprocessedItems":{}}"""u8.ToArray();

    public static byte[] Nothing() => "{}"u8.ToArray();

    /// <summary>The request that every variant's PutItem must be equal to, in meaning.</summary>
    public static byte[] PutRequest(Order order) => Write(writer =>
    {
        writer.WriteString("TableName", Orders.TableName);
        writer.WritePropertyName("Item");
        Item(writer, order);
    });

    /// <summary>The request that every variant's DeleteItem must be equal to, in meaning.</summary>
    public static byte[] DeleteRequest(Order order) => Write(writer =>
    {
        writer.WriteString("TableName", Orders.TableName);
        writer.WritePropertyName("Key");
        Key(writer, order);
    });

    /// <summary>The request that every variant's TransactGetItems must be equal to, in meaning.</summary>
    public static byte[] TransactGetRequest(List<Order> keys) => Write(writer =>
    {
        writer.WriteStartArray("TransactItems");
        foreach (var key in keys)
        {
            writer.WriteStartObject();
            writer.WriteStartObject("Get");
            writer.WriteString("TableName", Orders.TableName);
            writer.WritePropertyName("Key");
            Key(writer, key);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    /// <summary>The request that every variant's BatchWriteItem must be equal to, in meaning.</summary>
    public static byte[] BatchWriteRequest(List<Order> orders) => Write(writer =>
    {
        writer.WriteStartObject("RequestItems");
        writer.WriteStartArray(Orders.TableName);
        foreach (var order in orders)
        {
            writer.WriteStartObject();
            writer.WriteStartObject("PutRequest");
            writer.WritePropertyName("Item");
            Item(writer, order);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    /// <summary>The request that a TransactWriteItems of puts must be equal to, in meaning.</summary>
    public static byte[] TransactWriteRequest(List<Order> orders) => Write(writer =>
    {
        writer.WriteStartArray("TransactItems");
        foreach (var order in orders)
        {
            writer.WriteStartObject();
            writer.WriteStartObject("Put");
            writer.WriteString("TableName", Orders.TableName);
            writer.WritePropertyName("Item");
            Item(writer, order);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    private static byte[] Write(Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            content(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Items(Utf8JsonWriter writer, List<Order> orders)
    {
        writer.WriteStartArray();
        foreach (var order in orders)
            Item(writer, order);

        writer.WriteEndArray();
    }

    private static void Key(Utf8JsonWriter writer, Order order)
    {
        writer.WriteStartObject();
        Value(writer, "customerId", "S", order.CustomerId);
        Value(writer, "orderId", "S", order.OrderId);
        writer.WriteEndObject();
    }

    private static void Item(Utf8JsonWriter writer, Order order)
    {
        writer.WriteStartObject();
        Value(writer, "customerId", "S", order.CustomerId);
        Value(writer, "orderId", "S", order.OrderId);
        Value(writer, "status", "S", order.Status);
        Value(writer, "email", "S", order.Email);
        Value(writer, "currency", "S", order.Currency);
        Value(writer, "channel", "S", order.Channel);
        Value(writer, "title", "S", order.Title);
        Value(writer, "note", "S", order.Note);
        Value(writer, "quantity", "N", order.Quantity.ToString(CultureInfo.InvariantCulture));
        Value(writer, "total", "N", order.Total.ToString(CultureInfo.InvariantCulture));
        Value(writer, "revision", "N", order.Revision.ToString(CultureInfo.InvariantCulture));

        writer.WriteStartObject("paid");
        writer.WriteBoolean("BOOL", order.Paid);
        writer.WriteEndObject();

        writer.WriteStartObject("tags");
        writer.WriteStartArray("SS");
        foreach (var tag in order.Tags)
            writer.WriteStringValue(tag);

        writer.WriteEndArray();
        writer.WriteEndObject();

        writer.WriteStartObject("steps");
        writer.WriteStartArray("L");
        foreach (var step in order.Steps)
        {
            writer.WriteStartObject();
            writer.WriteString("S", step);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();

        writer.WriteStartObject("shipping");
        writer.WriteStartObject("M");
        Value(writer, "street", "S", order.Shipping.Street);
        Value(writer, "city", "S", order.Shipping.City);
        Value(writer, "postalCode", "S", order.Shipping.PostalCode);
        Value(writer, "floor", "N", order.Shipping.Floor.ToString(CultureInfo.InvariantCulture));
        writer.WriteEndObject();
        writer.WriteEndObject();

        Value(writer, "expiresAt", "N", order.ExpiresAt.ToString(CultureInfo.InvariantCulture));
        writer.WriteEndObject();
    }

    private static void Value(Utf8JsonWriter writer, string name, string type, string value)
    {
        writer.WriteStartObject(name);
        writer.WriteString(type, value);
        writer.WriteEndObject();
    }
}
