using System.Runtime.InteropServices;
using DynamoToolkit.Benchmarks.Entities;

namespace DynamoToolkit.Benchmarks.HandWritten;

/// <summary>A version of an order as wire bytes, by hand: each item of a save is written from the object.</summary>
internal static class OrderVersionWriter
{
    /// <summary>Writes the version, or its copy.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="order">The version.</param>
    /// <param name="isCopy">Whether to write version 0, the copy.</param>
    public static void Write(ref HandWriter writer, OrderVersion order, bool isCopy)
    {
        writer.Text("{\"orderId\":{\"S\":\""u8, order.OrderId);
        writer.Number(",\"version\":{\"N\":\""u8, isCopy ? 0 : order.Version);
        writer.Text(",\"customerId\":{\"S\":\""u8, order.CustomerId);
        writer.Text(",\"status\":{\"S\":\""u8, order.Status);
        writer.Text(",\"email\":{\"S\":\""u8, order.Email);
        writer.Text(",\"currency\":{\"S\":\""u8, order.Currency);
        writer.Text(",\"channel\":{\"S\":\""u8, order.Channel);
        writer.Text(",\"title\":{\"S\":\""u8, order.Title);
        writer.Text(",\"note\":{\"S\":\""u8, order.Note);
        writer.Number(",\"quantity\":{\"N\":\""u8, order.Quantity);
        writer.Number(",\"total\":{\"N\":\""u8, order.Total);
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
        if (isCopy)
            writer.Number(",\"latestVersion\":{\"N\":\""u8, order.Version);
        writer.Raw("}"u8);
    }
}
