using DynamoToolkit.Wire;

namespace DynamoToolkit.Runtime.Tests.Wire.Samples;

/// <summary>A map that holds maps of its own type.</summary>
internal sealed class Tree : IDynamoMap<Tree>
{
    public List<Tree> Children { get; init; } = [];

    public int Depth => 1 + Children.Select(static child => child.Depth).DefaultIfEmpty().Max();

    public static void WriteMap(ref ItemWriter writer, in Tree item)
    {
        var start = writer.BeginMap();
        writer.WriteRaw(",\"a\":"u8);
        ListConverter<Tree, MapConverter<Tree>>.Write(ref writer, item.Children);
        writer.EndMap(start);
    }

    public static Tree ReadMap(ref ItemReader reader)
    {
        List<Tree> children = [];
        reader.BeginMap();
        while (reader.ReadName(out var name))
        {
            if (name.SequenceEqual("a"u8))
                children = ListConverter<Tree, MapConverter<Tree>>.Read(ref reader);
            else
                reader.SkipValue();
        }

        return new Tree { Children = children };
    }
}
