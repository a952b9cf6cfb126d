using DynamoToolkit.Wire;

namespace DynamoToolkit.Runtime.Tests.Tables.Support;

/// <summary>An item type whose own code refuses what it reads, unless the identifier is <c>fine</c>.</summary>
internal sealed class Fussy : IItem<Fussy>
{
    private static readonly TableModel Model = new("fussy", typeof(Fussy))
    {
        Partition = new KeyModel("id", KeyType.String),
        TimeToLiveAttribute = "a/b",
    };

    static TableModel IItem<Fussy>.Model => Model;

    static IReadOnlyList<string> IDynamoMap<Fussy>.AttributeNames => ["id", "a/b"];

    public static ItemKey<Fussy> Key(string id) => new(KeyValue.Of(id));

    static ItemKey<Fussy> IItem<Fussy>.KeyOf(in Fussy item) => Key("fine");

    static void IDynamoMap<Fussy>.WriteMap(ref ItemWriter writer, in Fussy item)
    {
        var start = writer.BeginMap();
        writer.WriteString(",\"id\":{\"S\":\""u8, "fine");
        writer.EndMap(start);
    }

    static Fussy IDynamoMap<Fussy>.ReadMap(ref ItemReader reader)
    {
        reader.BeginMap();
        while (reader.ReadName(out var name))
        {
            if (!name.SequenceEqual("id"u8))
                reader.SkipValue();
            else if (reader.ReadString() != "fine")
                throw new FormatException("Not fine.");
        }

        return new Fussy();
    }
}
