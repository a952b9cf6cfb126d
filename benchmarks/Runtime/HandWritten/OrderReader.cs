using DynamoToolkit.Benchmarks.Entities;

namespace DynamoToolkit.Benchmarks.HandWritten;

/// <summary>An order from wire bytes, by hand. The attributes may come in any order; all of them must come.</summary>
internal static class OrderReader
{
    public static Order Read(ref HandReader reader)
    {
        string customerId = null!, orderId = null!, status = null!, email = null!;
        string currency = null!, channel = null!, title = null!, note = null!;
        int quantity = 0;
        decimal total = 0;
        long revision = 0, expiresAt = 0;
        bool paid = false;
        HashSet<string> tags = null!;
        List<string> steps = null!;
        Address shipping = null!;

        reader.Expect("{"u8);
        do
        {
            switch (reader.Name())
            {
                case var name when name.SequenceEqual("customerId"u8):
                    customerId = reader.Text();
                    break;
                case var name when name.SequenceEqual("orderId"u8):
                    orderId = reader.Text();
                    break;
                case var name when name.SequenceEqual("status"u8):
                    status = reader.Text();
                    break;
                case var name when name.SequenceEqual("email"u8):
                    email = reader.Text();
                    break;
                case var name when name.SequenceEqual("currency"u8):
                    currency = reader.Text();
                    break;
                case var name when name.SequenceEqual("channel"u8):
                    channel = reader.Text();
                    break;
                case var name when name.SequenceEqual("title"u8):
                    title = reader.Text();
                    break;
                case var name when name.SequenceEqual("note"u8):
                    note = reader.Text();
                    break;
                case var name when name.SequenceEqual("quantity"u8):
                    quantity = reader.Int32();
                    break;
                case var name when name.SequenceEqual("total"u8):
                    total = reader.Decimal();
                    break;
                case var name when name.SequenceEqual("revision"u8):
                    revision = reader.Int64();
                    break;
                case var name when name.SequenceEqual("paid"u8):
                    paid = reader.Boolean();
                    break;
                case var name when name.SequenceEqual("tags"u8):
                    tags = ReadTags(ref reader);
                    break;
                case var name when name.SequenceEqual("steps"u8):
                    steps = ReadSteps(ref reader);
                    break;
                case var name when name.SequenceEqual("shipping"u8):
                    shipping = ReadAddress(ref reader);
                    break;
                case var name when name.SequenceEqual("expiresAt"u8):
                    expiresAt = reader.Int64();
                    break;
                default:
                    throw new FormatException("The item has an attribute that this reader does not know.");
            }
        }
        while (reader.Try(","u8));

        reader.Expect("}"u8);
        return new Order
        {
            CustomerId = customerId,
            OrderId = orderId,
            Status = status,
            Email = email,
            Currency = currency,
            Channel = channel,
            Title = title,
            Note = note,
            Quantity = quantity,
            Total = total,
            Revision = revision,
            Paid = paid,
            Tags = tags,
            Steps = steps,
            Shipping = shipping,
            ExpiresAt = expiresAt,
        };
    }

    /// <summary>The items of the first list in the rest of the response.</summary>
    public static List<Order> ReadList(ref HandReader reader, int count)
    {
        reader.SkipTo(":["u8);
        var orders = new List<Order>(count);
        do
        {
            orders.Add(Read(ref reader));
        }
        while (reader.Try(","u8));

        return orders;
    }

    /// <summary>The responses of a transaction, an object around each order.</summary>
    public static List<Order> ReadResponses(ref HandReader reader, int count)
    {
        reader.SkipTo(":["u8);
        var orders = new List<Order>(count);
        do
        {
            reader.Expect("{\"Item\":"u8);
            orders.Add(Read(ref reader));
            reader.Expect("}"u8);
        }
        while (reader.Try(","u8));

        return orders;
    }

    private static HashSet<string> ReadTags(ref HandReader reader)
    {
        var tags = new HashSet<string>();
        reader.Expect("{\"SS\":["u8);
        do
        {
            reader.Expect("\""u8);
            tags.Add(reader.RawText());
        }
        while (reader.Try(","u8));

        reader.Expect("]}"u8);
        return tags;
    }

    private static List<string> ReadSteps(ref HandReader reader)
    {
        // Known to be three: the exact size is the floor that the copy of the objects sets.
        var steps = new List<string>(3);
        reader.Expect("{\"L\":["u8);
        do
        {
            steps.Add(reader.Text());
        }
        while (reader.Try(","u8));

        reader.Expect("]}"u8);
        return steps;
    }

    private static Address ReadAddress(ref HandReader reader)
    {
        string street = null!, city = null!, postalCode = null!;
        int floor = 0;
        reader.Expect("{\"M\":{"u8);
        do
        {
            switch (reader.Name())
            {
                case var name when name.SequenceEqual("street"u8):
                    street = reader.Text();
                    break;
                case var name when name.SequenceEqual("city"u8):
                    city = reader.Text();
                    break;
                case var name when name.SequenceEqual("postalCode"u8):
                    postalCode = reader.Text();
                    break;
                case var name when name.SequenceEqual("floor"u8):
                    floor = reader.Int32();
                    break;
                default:
                    throw new FormatException("The address has an attribute that this reader does not know.");
            }
        }
        while (reader.Try(","u8));

        reader.Expect("}}"u8);
        return new Address { Street = street, City = city, PostalCode = postalCode, Floor = floor };
    }
}
