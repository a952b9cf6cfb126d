using DynamoToolkit.Wire;

namespace DynamoToolkit.Runtime.Tests.Tables.Support;

/// <summary>An item type that a discriminator tells from its siblings.</summary>
internal sealed record Dog(string Id) : IItem<Dog>
{
    static TableModel IItem<Dog>.Model { get; } = new("animals", typeof(Dog))
    {
        Partition = new KeyModel("id", KeyType.String),
        Discriminator = new DiscriminatorModel("type", "dog"),
    };

    static ItemKey<Dog> IItem<Dog>.KeyOf(in Dog item) => new(KeyValue.Of(item.Id));

    static void IDynamoMap<Dog>.WriteMap(ref ItemWriter writer, in Dog item)
    {
        var start = writer.BeginMap();
        writer.WriteString(",\"id\":{\"S\":\""u8, item.Id);
        writer.WriteRaw(",\"type\":{\"S\":\"dog\"}"u8);
        writer.EndMap(start);
    }

    static Dog IDynamoMap<Dog>.ReadMap(ref ItemReader reader)
    {
        var id = "";
        reader.BeginMap();
        while (reader.ReadName(out var name))
        {
            if (name.SequenceEqual("id"u8))
                id = reader.ReadString();
            else
                reader.SkipValue();
        }

        return new Dog(id);
    }
}
