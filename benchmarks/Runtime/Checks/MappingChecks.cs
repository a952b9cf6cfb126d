using System.Text.Json;
using DynamoToolkit.Benchmarks.Entities;
using DynamoToolkit.Benchmarks.Mapping;

namespace DynamoToolkit.Benchmarks.Checks;

/// <summary>A variant that maps wrongly is not measured: every variant has to pass here first.</summary>
internal static class MappingChecks
{
    /// <exception cref="InvalidDataException">The variant writes or reads something else than the others.</exception>
    public static void Run(MappingVariant variant)
    {
        var orders = Orders.CreateMany(100);
        if (variant.Writes)
            CheckWrites(variant, orders);

        var item = WireSample.Item();
        MustBeEqual(item.Orders, [variant.ReadItem(item)], variant.Name);

        var page = WireSample.Page(100);
        MustBeEqual(page.Orders, variant.ReadPage(page), variant.Name);
        if (variant.ReadsAnyJson)
            MustBeEqual(page.Orders, variant.ReadPage(page with { Body = Prettify(page.Body) }), variant.Name + ", indented and escaped");
    }

    public static void MustBeEqual(List<Order> expected, List<Order> actual, string what)
    {
        if (!expected.SequenceEqual(actual, OrderComparer.Instance))
            throw new InvalidDataException($"{what}: what was read is not what was written");
    }

    private static void CheckWrites(MappingVariant variant, List<Order> orders)
    {
        using var copy = new MemoryStream();
        foreach (var order in orders)
        {
            copy.SetLength(0);
            var length = variant.WritePut(order, copy);
            if (length != copy.Length)
                throw new InvalidDataException($"{variant.Name}: {length} bytes reported, {copy.Length} written");

            JsonMeaning.MustBeEqual(CannedBodies.PutRequest(order), copy.ToArray(), variant.Name + ", put");
        }

        copy.SetLength(0);
        variant.WriteBatch(orders, copy);
        JsonMeaning.MustBeEqual(CannedBodies.BatchWriteRequest(orders), copy.ToArray(), variant.Name + ", batch");
    }

    /// <summary>The same JSON with white space everywhere and every character beyond ASCII as an escape.</summary>
    private static byte[] Prettify(byte[] body)
    {
        using var document = JsonDocument.Parse(body);
        return JsonSerializer.SerializeToUtf8Bytes(document, new JsonSerializerOptions { WriteIndented = true });
    }
}
