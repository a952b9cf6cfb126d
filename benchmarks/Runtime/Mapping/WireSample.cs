using DynamoToolkit.Benchmarks.Entities;

namespace DynamoToolkit.Benchmarks.Mapping;

/// <summary>A response body in the forms that the variants take, and the entities that it was made from.</summary>
/// <param name="Body">The UTF-8 JSON.</param>
/// <param name="Orders">The items in it.</param>
public sealed record WireSample(byte[] Body, List<Order> Orders)
{
    /// <summary>A GetItem response.</summary>
    public static WireSample Item(int number = 42)
    {
        var order = Entities.Orders.Create(number);
        return new WireSample(CannedBodies.GetItem(order), [order]);
    }

    /// <summary>A Query response.</summary>
    public static WireSample Page(int count)
    {
        var orders = Entities.Orders.CreateMany(count);
        return new WireSample(CannedBodies.Query(orders), orders);
    }
}
