using DynamoToolkit.Runtime.Tests.Wire.Samples;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Runtime.Tests.Wire;

public sealed class AllocationTests
{
    [Fact]
    public void Write_IntoAWarmBuffer_AllocatesNothing()
    {
        using var buffer = WireBuffer.Rent();
        var order = Order.Example;

        Assert.Equal(0, BytesOf(() => Write(buffer, order)));
    }

    [Fact]
    public void Read_AllocatesWhatACloneDoes()
    {
        using var buffer = WireBuffer.Rent();
        Write(buffer, Order.Example);
        object? kept = null;

        var cloned = BytesOf(() => kept = Order.Example.Copy());
        var read = BytesOf(() => kept = Read(buffer.WrittenSpan));

        Assert.NotNull(kept);
        Assert.Equal(cloned, read);
    }

    [Fact]
    public void Key_Written_AllocatesNothing()
    {
        using var buffer = WireBuffer.Rent();
        var key = Order.KeyOf(Order.Example);

        Assert.Equal(0, BytesOf(() =>
        {
            buffer.Clear();
            var writer = new ItemWriter(buffer);
            key.Write(ref writer);
            writer.Flush();
        }));
    }

    private static void Write(WireBuffer buffer, in Order order)
    {
        buffer.Clear();
        var writer = new ItemWriter(buffer);
        Write<Order>(ref writer, order);
        writer.Flush();
    }

    private static void Write<T>(ref ItemWriter writer, in T item)
        where T : IItem<T>
        => T.WriteMap(ref writer, item);

    private static Order Read(ReadOnlySpan<byte> json)
    {
        var reader = new ItemReader(json);
        return reader.ReadItem<Order>();
    }

    private static long BytesOf(Action action)
    {
        // Warm up: the pools, the static fields and the compiler's tiers.
        for (var i = 0; i < 100; i++)
            action();

        // The least of a few times: a collection for another test may empty the pools.
        const int rounds = 1000;
        var least = long.MaxValue;
        for (var attempt = 0; attempt < 5; attempt++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < rounds; i++)
                action();
            least = Math.Min(least, (GC.GetAllocatedBytesForCurrentThread() - before) / rounds);
        }

        return least;
    }
}
