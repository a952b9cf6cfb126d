using System.Text;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Tests.Storage;

public class KeyEncoderTests
{
    private static readonly KeySchema Keys = new([Element("p", isHash: true), Element("s", isHash: false)]);
    private static readonly IndexSchema Index = new(
        "index", SecondaryIndexKind.Global, new KeySchema([Element("g", isHash: true)]), IndexContent.All, Throughput.None, Keys);

    [Fact]
    public void Key_ThatCannotBeEncoded_IsNullOrAnError()
    {
        var item = Item("""{"p":{"S":"a"},"g":{"S":"b"}}""");

        Assert.Null(KeyEncoder.TryTableKey(Keys, item));
        Assert.Null(KeyEncoder.TryIndexKey(Index, Keys, item));
        Assert.Throws<InvalidOperationException>(() => KeyEncoder.TableKey(Keys, item));
        Assert.Throws<InvalidOperationException>(() => KeyEncoder.IndexKey(Index, Keys, item));
    }

    [Fact]
    public void Key_OfAnItemThatHasIt_IsTheSameByBothMethods()
    {
        var item = Item("""{"p":{"S":"a"},"g":{"S":"b"},"s":{"S":"c"}}""");

        Assert.Equal(KeyEncoder.TryTableKey(Keys, item), KeyEncoder.TableKey(Keys, item));
        Assert.Equal(KeyEncoder.TryIndexKey(Index, Keys, item), KeyEncoder.IndexKey(Index, Keys, item));
    }

    [Fact]
    public void LongKeys_ThatCannotBeEncoded_ReturnTheirBuffers()
    {
        const int Repetitions = 100;
        const int Length = 2000;
        var text = new string('x', Length);
        var item = Item($$$"""{"p":{"S":"{{{text}}}"},"g":{"S":"{{{text}}}"}}""");

        // The first rounds fill the pool.
        var allocated = 0L;
        for (var round = 0; round < 3; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < Repetitions; i++)
            {
                Assert.Null(KeyEncoder.TryTableKey(Keys, item));
                Assert.Null(KeyEncoder.TryIndexKey(Index, Keys, item));
            }

            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.InRange(allocated, 0, Repetitions * Length / 2);
    }

    private static KeyElement Element(string name, bool isHash) => new(name, ValueKind.S, isHash);

    private static MapValue Item(string json) => new(Encoding.UTF8.GetBytes(json), json.Length);
}
