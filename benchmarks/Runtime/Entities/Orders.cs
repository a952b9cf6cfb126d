using System.Globalization;

namespace DynamoToolkit.Benchmarks.Entities;

/// <summary>Makes the measured items: the same ones in every run.</summary>
public static class Orders
{
    public const string TableName = "orders";

    private const string Note =
        "Please ring \"twice\" and leave it behind the wooden door, not at the neighbour's.\n"
        + "Hausmeister: Jürgen Müller, Tel. 0664/123 45 67 — "
        + "der Hof ist über die Küche erreichbar.\tLe café d'à côté garde les clés jusqu'à 18 h; l'accès est gratuit. "
        + "Path on the label: C:\\parcels\\2026\\week-47\\fragile. 注意: ガラス製品です。 Merci beaucoup, と thank you.";

    /// <summary>One item.</summary>
    /// <param name="number">Tells it from the others: its sort key, and some of its values.</param>
    /// <param name="customerId">Its partition key.</param>
    public static Order Create(int number, string customerId = "customer-7f3a9c21") => new()
    {
        CustomerId = customerId,
        OrderId = string.Create(CultureInfo.InvariantCulture, $"2026-11-20T09:15:00Z#{number:D6}"),
        Status = (number % 3) switch { 0 => "PACKED", 1 => "SHIPPED", _ => "DELIVERED" },
        Email = string.Create(CultureInfo.InvariantCulture, $"anna.kowalska+{number % 97}@example.org"),
        Currency = "EUR",
        Channel = "web-checkout",
        Title = "Two oak shelves and one lamp",
        Note = Note,
        Quantity = 1 + number % 9,
        Total = 129.95m + number,
        Revision = 1_000_000_007L * (number + 1),
        Paid = number % 2 == 0,
        Tags = ["fragile", "gift", "express"],
        Steps = ["ordered", "paid", "packed"],
        Shipping = new Address { Street = "Lange Gasse 12/4", City = "Wien", PostalCode = "1080", Floor = 3 },
        ExpiresAt = 2_100_000_000 + number,
    };

    /// <summary>Items of one partition.</summary>
    public static List<Order> CreateMany(int count, string customerId = "customer-7f3a9c21") =>
        [.. Enumerable.Range(0, count).Select(number => Create(number, customerId))];

    /// <summary>
    /// Copies the whole object graph, every string and collection at its exact size: nothing can read an item with fewer bytes.
    /// </summary>
    public static Order Clone(Order source)
    {
        var steps = new List<string>(source.Steps.Count);
        foreach (var step in source.Steps)
            steps.Add(Clone(step));

        var tags = new HashSet<string>(source.Tags.Count);
        foreach (var tag in source.Tags)
            tags.Add(Clone(tag));

        return new Order
        {
            CustomerId = Clone(source.CustomerId),
            OrderId = Clone(source.OrderId),
            Status = Clone(source.Status),
            Email = Clone(source.Email),
            Currency = Clone(source.Currency),
            Channel = Clone(source.Channel),
            Title = Clone(source.Title),
            Note = Clone(source.Note),
            Quantity = source.Quantity,
            Total = source.Total,
            Revision = source.Revision,
            Paid = source.Paid,
            Tags = tags,
            Steps = steps,
            Shipping = new Address
            {
                Street = Clone(source.Shipping.Street),
                City = Clone(source.Shipping.City),
                PostalCode = Clone(source.Shipping.PostalCode),
                Floor = source.Shipping.Floor,
            },
            ExpiresAt = source.ExpiresAt,
        };
    }

    /// <summary>Copies a page.</summary>
    public static List<Order> Clone(List<Order> source)
    {
        var copies = new List<Order>(source.Count);
        foreach (var order in source)
            copies.Add(Clone(order));

        return copies;
    }

    private static string Clone(string text) => new(text.AsSpan());
}
