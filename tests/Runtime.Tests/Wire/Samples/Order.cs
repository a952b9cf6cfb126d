using DynamoToolkit.Wire;

namespace DynamoToolkit.Runtime.Tests.Wire.Samples;

/// <summary>Sixteen attributes of every common kind, mapped by hand as the generator maps.</summary>
internal sealed record Order : IItem<Order>
{
    public required string OrderId { get; init; }

    public required string Customer { get; init; }

    public required string Status { get; init; }

    public string? Channel { get; init; }

    public string? Currency { get; init; }

    public string? Email { get; init; }

    public string? Region { get; init; }

    public string? Notes { get; init; }

    public int Quantity { get; init; }

    public long Sequence { get; init; }

    public decimal Total { get; init; }

    public bool IsPaid { get; init; }

    public required HashSet<string> Tags { get; init; }

    public required List<string> Lines { get; init; }

    public Address? ShipTo { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public static TableModel Model { get; } = new("orders", typeof(Order))
    {
        Partition = new KeyModel("orderId", KeyType.String),
        TimeToLiveAttribute = "expiresAt",
    };

    public static Order Example { get; } = new()
    {
        OrderId = "order-000000012345",
        Customer = "customer-98765",
        Status = "Shipped",
        Channel = "web",
        Currency = "EUR",
        Email = "somebody@example.com",
        Region = "eu-west-1",
        Notes = string.Concat(Enumerable.Repeat("Leave it at the \"back\" door, bitte — Grüße an alle!\n", 6)),
        Quantity = 42,
        Sequence = 1_234_567_890_123,
        Total = 1234.56m,
        IsPaid = true,
        Tags = ["gift", "fragile", "priority"],
        Lines = ["sku-1 x 2", "sku-22 x 1", "sku-333 x 39"],
        ShipTo = new Address { Street = "Main Street 1", City = "Berlin", Zip = "10115", Floor = 3 },
        ExpiresAt = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000),
    };

    public static ItemKey<Order> KeyOf(in Order item) => new(KeyValue.Of(item.OrderId));

    public static void WriteMap(ref ItemWriter writer, in Order item)
    {
        var start = writer.BeginMap();
        writer.WriteString(",\"orderId\":{\"S\":\""u8, item.OrderId);
        writer.WriteString(",\"customer\":{\"S\":\""u8, item.Customer);
        writer.WriteString(",\"status\":{\"S\":\""u8, item.Status);
        if (item.Channel is { } channel)
            writer.WriteString(",\"channel\":{\"S\":\""u8, channel);
        if (item.Currency is { } currency)
            writer.WriteString(",\"currency\":{\"S\":\""u8, currency);
        if (item.Email is { } email)
            writer.WriteString(",\"email\":{\"S\":\""u8, email);
        if (item.Region is { } region)
            writer.WriteString(",\"region\":{\"S\":\""u8, region);
        if (item.Notes is { } notes)
            writer.WriteString(",\"notes\":{\"S\":\""u8, notes);
        writer.WriteNumber(",\"quantity\":{\"N\":\""u8, item.Quantity);
        writer.WriteNumber(",\"sequence\":{\"N\":\""u8, item.Sequence);
        writer.WriteNumber(",\"total\":{\"N\":\""u8, item.Total);
        writer.WriteBoolean(",\"isPaid\":{\"BOOL\":"u8, item.IsPaid);
        if (item.Tags.Count > 0)
        {
            writer.WriteRaw(",\"tags\":"u8);
            StringSetConverter.Write(ref writer, item.Tags);
        }

        writer.WriteRaw(",\"lines\":"u8);
        ListConverter<string, StringConverter>.Write(ref writer, item.Lines);
        if (item.ShipTo is { } shipTo)
        {
            writer.WriteRaw(",\"shipTo\":"u8);
            MapConverter<Address>.Write(ref writer, shipTo);
        }

        if (item.ExpiresAt is { } expiresAt)
            writer.WriteEpochSeconds(",\"expiresAt\":{\"N\":\""u8, expiresAt);
        writer.EndMap(start);
    }

    public static Order ReadMap(ref ItemReader reader)
    {
        string? orderId = null, customer = null, status = null, channel = null, currency = null, email = null, region = null, notes = null;
        var quantity = 0;
        var sequence = 0L;
        var total = 0m;
        var isPaid = false;
        HashSet<string>? tags = null;
        List<string>? lines = null;
        Address? shipTo = null;
        DateTimeOffset? expiresAt = null;
        reader.BeginMap();
        while (reader.ReadName(out var name))
        {
            switch (name.Length)
            {
                case 4 when name.SequenceEqual("tags"u8):
                    tags = StringSetConverter.Read(ref reader);
                    break;
                case 5 when name.SequenceEqual("email"u8):
                    email = NullableReferenceConverter<string, StringConverter>.Read(ref reader);
                    break;
                case 5 when name.SequenceEqual("notes"u8):
                    notes = NullableReferenceConverter<string, StringConverter>.Read(ref reader);
                    break;
                case 5 when name.SequenceEqual("total"u8):
                    total = reader.ReadDecimal();
                    break;
                case 5 when name.SequenceEqual("lines"u8):
                    lines = ListConverter<string, StringConverter>.Read(ref reader);
                    break;
                case 6 when name.SequenceEqual("status"u8):
                    status = reader.ReadString();
                    break;
                case 6 when name.SequenceEqual("region"u8):
                    region = NullableReferenceConverter<string, StringConverter>.Read(ref reader);
                    break;
                case 6 when name.SequenceEqual("isPaid"u8):
                    isPaid = reader.ReadBoolean();
                    break;
                case 6 when name.SequenceEqual("shipTo"u8):
                    shipTo = NullableReferenceConverter<Address, MapConverter<Address>>.Read(ref reader);
                    break;
                case 7 when name.SequenceEqual("orderId"u8):
                    orderId = reader.ReadString();
                    break;
                case 7 when name.SequenceEqual("channel"u8):
                    channel = NullableReferenceConverter<string, StringConverter>.Read(ref reader);
                    break;
                case 8 when name.SequenceEqual("customer"u8):
                    customer = reader.ReadString();
                    break;
                case 8 when name.SequenceEqual("currency"u8):
                    currency = NullableReferenceConverter<string, StringConverter>.Read(ref reader);
                    break;
                case 8 when name.SequenceEqual("quantity"u8):
                    quantity = reader.ReadNumber<int>();
                    break;
                case 8 when name.SequenceEqual("sequence"u8):
                    sequence = reader.ReadNumber<long>();
                    break;
                case 9 when name.SequenceEqual("expiresAt"u8):
                    expiresAt = NullableConverter<DateTimeOffset, EpochSecondsConverter>.Read(ref reader);
                    break;
                default:
                    reader.SkipValue();
                    break;
            }
        }

        return new Order
        {
            OrderId = orderId ?? throw reader.Missing("orderId", typeof(Order)),
            Customer = customer ?? throw reader.Missing("customer", typeof(Order)),
            Status = status ?? throw reader.Missing("status", typeof(Order)),
            Channel = channel,
            Currency = currency,
            Email = email,
            Region = region,
            Notes = notes,
            Quantity = quantity,
            Sequence = sequence,
            Total = total,
            IsPaid = isPaid,
            Tags = tags ?? [],
            Lines = lines ?? [],
            ShipTo = shipTo,
            ExpiresAt = expiresAt,
        };
    }

    /// <summary>The same graph with its own strings and collections, each of the right size.</summary>
    public Order Copy() => this with
    {
        OrderId = CopyText(OrderId),
        Customer = CopyText(Customer),
        Status = CopyText(Status),
        Channel = CopyText(Channel!),
        Currency = CopyText(Currency!),
        Email = CopyText(Email!),
        Region = CopyText(Region!),
        Notes = CopyText(Notes!),
        Tags = CopySet(Tags),
        Lines = CopyList(Lines),
        ShipTo = ShipTo! with { Street = CopyText(ShipTo.Street), City = CopyText(ShipTo.City), Zip = CopyText(ShipTo.Zip!) },
    };

    private static string CopyText(string text) => new(text.AsSpan());

    private static HashSet<string> CopySet(HashSet<string> set)
    {
        var copy = new HashSet<string>(set.Count);
        foreach (var element in set)
            copy.Add(CopyText(element));

        return copy;
    }

    private static List<string> CopyList(List<string> list)
    {
        var copy = new List<string>(list.Count);
        foreach (var element in list)
            copy.Add(CopyText(element));

        return copy;
    }
}
