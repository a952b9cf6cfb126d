using DynamoToolkit.Wire;

namespace DynamoToolkit.Runtime.Tests.Wire.Samples;

/// <summary>A map within an item, mapped by hand as the generator maps.</summary>
internal sealed record Address : IDynamoMap<Address>
{
    public required string Street { get; init; }

    public required string City { get; init; }

    public string? Zip { get; init; }

    public int Floor { get; init; }

    public static void WriteMap(ref ItemWriter writer, in Address item)
    {
        var start = writer.BeginMap();
        writer.WriteString(",\"street\":{\"S\":\""u8, item.Street);
        writer.WriteString(",\"city\":{\"S\":\""u8, item.City);
        if (item.Zip is { } zip)
            writer.WriteString(",\"zip\":{\"S\":\""u8, zip);
        writer.WriteNumber(",\"floor\":{\"N\":\""u8, item.Floor);
        writer.EndMap(start);
    }

    public static Address ReadMap(ref ItemReader reader)
    {
        string? street = null, city = null, zip = null;
        var floor = 0;
        reader.BeginMap();
        while (reader.ReadName(out var name))
        {
            switch (name.Length)
            {
                case 3 when name.SequenceEqual("zip"u8):
                    zip = NullableReferenceConverter<string, StringConverter>.Read(ref reader);
                    break;
                case 4 when name.SequenceEqual("city"u8):
                    city = reader.ReadString();
                    break;
                case 5 when name.SequenceEqual("floor"u8):
                    floor = reader.ReadNumber<int>();
                    break;
                case 6 when name.SequenceEqual("street"u8):
                    street = reader.ReadString();
                    break;
                default:
                    reader.SkipValue();
                    break;
            }
        }

        return new Address
        {
            Street = street ?? throw reader.Missing("street", typeof(Address)),
            City = city ?? throw reader.Missing("city", typeof(Address)),
            Zip = zip,
            Floor = floor,
        };
    }
}
