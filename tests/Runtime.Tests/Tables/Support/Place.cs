using DynamoToolkit.Expressions;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Runtime.Tests.Tables.Support;

/// <summary>A nested type as the generator would write it; also a projection.</summary>
internal sealed record Place(string? City) : IDynamoMap<Place>
{
    static IReadOnlyList<string> IDynamoMap<Place>.AttributeNames => ["city"];

    static void IDynamoMap<Place>.WriteMap(ref ItemWriter writer, in Place item)
    {
        var start = writer.BeginMap();
        if (item.City is { } city)
            writer.WriteString(",\"city\":{\"S\":\""u8, city);
        writer.EndMap(start);
    }

    static Place IDynamoMap<Place>.ReadMap(ref ItemReader reader)
    {
        string? city = null;
        reader.BeginMap();
        while (reader.ReadName(out var name))
        {
            if (name.SequenceEqual("city"u8))
                city = reader.ReadString();
            else
                reader.SkipValue();
        }

        return new Place(city);
    }

    public readonly struct Attributes(AttributePath path) : IAttribute<Place, MapConverter<Place>>, IAttributeTokens<Attributes>
    {
        public Attribute<string, StringConverter> City => new(path.Member("city"));

        AttributePath IAttribute.Path => path;

        static Attributes IAttributeTokens<Attributes>.At(AttributePath path) => new(path);
    }
}
