using TrackingStore.Values;

namespace TrackingStore.Tests.Values;

public sealed class LimitsTests
{
    [Fact]
    public void Truncate_LongValue_IsCutBetweenCharacters()
    {
        Assert.Equal("abc", Limits.Truncate("abc", 3));
        Assert.Equal("ab", Limits.Truncate("abc", 2));
        Assert.Equal("a", Limits.Truncate("a\ud83d\ude00b", 2));
    }
}
