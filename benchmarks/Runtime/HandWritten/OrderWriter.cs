using System.Runtime.InteropServices;
using DynamoToolkit.Benchmarks.Entities;

namespace DynamoToolkit.Benchmarks.HandWritten;

/// <summary>An order as wire bytes, by hand.</summary>
internal static class OrderWriter
{
    /// <summary>An upper bound of an item's JSON: every character escaped is six bytes.</summary>
    public static int MaxLength(Order order)
    {
        var address = order.Shipping;
        var characters = order.CustomerId.Length + order.OrderId.Length + order.Status.Length + order.Email.Length + order.Currency.Length
            + order.Channel.Length + order.Title.Length + order.Note.Length
            + address.Street.Length + address.City.Length + address.PostalCode.Length;
        foreach (var tag in order.Tags)
            characters += tag.Length + 1;

        foreach (var step in CollectionsMarshal.AsSpan(order.Steps))
            characters += step.Length + 2;

        return 640 + characters * 6;
    }

    public static void WriteKey(ref HandWriter writer, Order order)
    {
        writer.Text("{\"customerId\":{\"S\":\""u8, order.CustomerId);
        writer.Text(",\"orderId\":{\"S\":\""u8, order.OrderId);
        writer.Raw("}"u8);
    }

    public static void Write(ref HandWriter writer, Order order)
    {
        writer.Text("{\"customerId\":{\"S\":\""u8, order.CustomerId);
        writer.Text(",\"orderId\":{\"S\":\""u8, order.OrderId);
        writer.Text(",\"status\":{\"S\":\""u8, order.Status);
        writer.Text(",\"email\":{\"S\":\""u8, order.Email);
        writer.Text(",\"currency\":{\"S\":\""u8, order.Currency);
        writer.Text(",\"channel\":{\"S\":\""u8, order.Channel);
        writer.Text(",\"title\":{\"S\":\""u8, order.Title);
        writer.Text(",\"note\":{\"S\":\""u8, order.Note);
        writer.Number(",\"quantity\":{\"N\":\""u8, order.Quantity);
        writer.Number(",\"total\":{\"N\":\""u8, order.Total);
        writer.Number(",\"revision\":{\"N\":\""u8, order.Revision);
        writer.Raw(order.Paid ? ",\"paid\":{\"BOOL\":true}"u8 : ",\"paid\":{\"BOOL\":false}"u8);

        if (order.Tags.Count > 0)
        {
            var separator = ",\"tags\":{\"SS\":[\""u8;
            foreach (var tag in order.Tags)
            {
                writer.Raw(separator);
                writer.Escape(tag);
                separator = "\",\""u8;
            }

            writer.Raw("\"]}"u8);
        }

        writer.Raw(",\"steps\":{\"L\":["u8);
        var prefix = "{\"S\":\""u8;
        foreach (var step in CollectionsMarshal.AsSpan(order.Steps))
        {
            writer.Text(prefix, step);
            prefix = ",{\"S\":\""u8;
        }

        writer.Text("]},\"shipping\":{\"M\":{\"street\":{\"S\":\""u8, order.Shipping.Street);
        writer.Text(",\"city\":{\"S\":\""u8, order.Shipping.City);
        writer.Text(",\"postalCode\":{\"S\":\""u8, order.Shipping.PostalCode);
        writer.Number(",\"floor\":{\"N\":\""u8, order.Shipping.Floor);
        writer.Number("}},\"expiresAt\":{\"N\":\""u8, order.ExpiresAt);
        writer.Raw("}"u8);
    }
}
