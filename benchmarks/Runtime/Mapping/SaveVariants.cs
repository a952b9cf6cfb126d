using DynamoToolkit.Benchmarks.Entities;
using DynamoToolkit.Benchmarks.HandWritten;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Benchmarks.Mapping;

/// <summary>
/// What a save of a version costs beyond writing the item once. This library copies version 0 from the bytes of the version; by hand, both
/// items are written from the object.
/// </summary>
internal static class SaveVariants
{
    /// <summary>The item alone, which a put writes.</summary>
    public const string Once = "DynamoToolkit, the item once";

    /// <summary>The version and its copy.</summary>
    public const string Both = "DynamoToolkit, version and copy";

    /// <summary>The item alone, by hand.</summary>
    public const string HandOnce = "Hand-written, the item once";

    /// <summary>Version and copy by hand, each from the object.</summary>
    public const string HandBoth = "Hand-written, the item twice";

    private static readonly byte[] Buffer = new byte[64 * 1024];

    public static SaveVariant[] Create() =>
    [
        new(Once, WriteOnce),
        new(Both, WriteBoth),
        new(HandOnce, static (order, copy) => WriteByHand(order, isSave: false, copy)),
        new(HandBoth, static (order, copy) => WriteByHand(order, isSave: true, copy)),
    ];

    private static int WriteOnce(OrderVersion order, Stream? copy)
    {
        using var body = WireBuffer.Rent();
        var writer = new ItemWriter(body);
        writer.WriteRaw("[{\"Item\":"u8);
        WriteMap(ref writer, in order);
        writer.WriteRaw("}]"u8);
        writer.Flush();
        copy?.Write(body.WrittenSpan);
        return body.Length;
    }

    /// <summary>As the library's save does: the item goes into a buffer of its own, and from there twice into the request.</summary>
    private static int WriteBoth(OrderVersion order, Stream? copy)
    {
        using var version = WireBuffer.Rent();
        var item = new ItemWriter(version);
        WriteMap(ref item, in order);
        item.Flush();

        using var body = WireBuffer.Rent();
        var writer = new ItemWriter(body);
        writer.WriteRaw("[{\"Item\":"u8);
        writer.WriteRaw(version.WrittenSpan);
        writer.WriteRaw("},{\"Item\":"u8);
        WriteLatest(ref writer, version.WrittenSpan, in order);
        writer.WriteRaw("}]"u8);
        writer.Flush();
        copy?.Write(body.WrittenSpan);
        return body.Length;
    }

    private static int WriteByHand(OrderVersion order, bool isSave, Stream? copy)
    {
        var writer = new HandWriter(Buffer);
        writer.Raw("[{\"Item\":"u8);
        OrderVersionWriter.Write(ref writer, order, isCopy: false);
        if (isSave)
        {
            writer.Raw("},{\"Item\":"u8);
            OrderVersionWriter.Write(ref writer, order, isCopy: true);
        }

        writer.Raw("}]"u8);
        copy?.Write(Buffer, 0, writer.Length);
        return writer.Length;
    }

    private static void WriteMap<T>(ref ItemWriter writer, in T item)
        where T : IDynamoMap<T> => T.WriteMap(ref writer, in item);

    private static void WriteLatest<T>(ref ItemWriter writer, ReadOnlySpan<byte> version, in T item)
        where T : IVersionedItem<T> => T.WriteLatest(ref writer, version, in item);
}
