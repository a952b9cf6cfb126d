using System.Text;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Tests.Values;

public class WireFragmentsTests
{
    [Fact]
    public void Fragment_SeenForTheSecondTime_HasANumber()
    {
        var fragments = new WireFragments();
        var fragment = "{\"name\":{\"S\":\""u8;

        Assert.Equal(WireFragments.None, fragments.CodeOf(fragment, WireFragments.None));
        Assert.Equal(WireFragments.None, fragments.FollowerOf(WireFragments.None));

        var code = fragments.CodeOf(fragment, WireFragments.None);
        Assert.NotEqual(WireFragments.None, code);
        Assert.Equal(code, fragments.CodeOf(fragment, WireFragments.None));
        Assert.Equal(code, fragments.FollowerOf(WireFragments.None));
        Assert.Equal(fragment.ToArray(), fragments.TextOf(code).ToArray());
    }

    [Fact]
    public void Adopt_NumbersAreFree_GivesTheSameNumbers()
    {
        byte[][] known = ["a"u8.ToArray(), "b"u8.ToArray(), "c"u8.ToArray()];
        var fragments = new WireFragments();

        Assert.True(fragments.TryAdopt(known[..2]));
        Assert.True(fragments.TryAdopt(known));
        Assert.True(fragments.TryAdopt(known[..1]));

        Assert.Equal(known, fragments.Known());
        Assert.Equal(3, fragments.CodeOf("c"u8, WireFragments.None));
        Assert.Equal("b"u8, fragments.TextOf(2));
    }

    [Fact]
    public void Adopt_AnotherFragmentHasANumber_ChangesNothing()
    {
        var fragments = new WireFragments();
        Assert.True(fragments.TryAdopt(["a"u8.ToArray(), "b"u8.ToArray()]));

        Assert.False(fragments.TryAdopt(["a"u8.ToArray(), "x"u8.ToArray(), "c"u8.ToArray()]));
        Assert.False(fragments.TryAdopt([.. Enumerable.Repeat("a"u8.ToArray(), WireFragments.MaxCount + 1)]));

        Assert.Equal(2, fragments.Known().Length);
    }

    [Fact]
    public void FullTable_KeepsItsFragments_AndCopiesNoOthers()
    {
        const int Unknown = 1000;
        var fragments = new WireFragments();
        var numbers = Enumerable.Range(0, WireFragments.MaxCount + Unknown);
        var texts = numbers.Select(static i => Encoding.UTF8.GetBytes($"fragment {i}")).ToList();
        var (known, unknown) = (texts[..WireFragments.MaxCount], texts[WireFragments.MaxCount..]);
        foreach (var text in known)
        {
            fragments.CodeOf(text, WireFragments.None);
            fragments.CodeOf(text, WireFragments.None);
        }

        Assert.Equal(Enumerable.Range(1, WireFragments.MaxCount), known.Select(text => fragments.CodeOf(text, WireFragments.None)));

        var (allocated, codes) = (0L, 0);
        for (var round = 0; round < 3; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            foreach (var text in unknown)
                codes |= fragments.CodeOf(text, WireFragments.None) | fragments.CodeOf(text, WireFragments.None);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.Equal(WireFragments.None, codes);

        // A copy takes at least 24 bytes.
        Assert.InRange(allocated, 0, 24 * Unknown / 2);
    }
}
