using TrackingStore.Values;

namespace TrackingStore.Tests.Values;

public sealed class LimitsTests
{
    [Fact]
    public void Truncate_LongValue_IsCutBetweenCharacters()
    {
        Assert.Equal("abc", Limits.Truncate("abc", 3));
        Assert.Equal("ab", Limits.Truncate("abc", 2));
        Assert.Equal("a\ud83d\ude00", Limits.Truncate("a\ud83d\ude00b", 2));
    }

    /// <summary>MLflow counts as Python does: a smiley is one character.</summary>
    [Fact]
    public void Lengths_OfAnyPlane_AreCodePoints()
    {
        var smileys = string.Concat(Enumerable.Repeat("\ud83d\ude00", 6000));
        Assert.False(Limits.Exceeds(smileys, Limits.ParamValue));
        Assert.True(Limits.Exceeds(smileys + "x", Limits.ParamValue));
        Assert.Equal(smileys, Limits.Truncate(smileys, Limits.ParamValue));
        Assert.Equal(smileys, Limits.Truncate(smileys + "x", Limits.ParamValue));
        Assert.Equal("x" + smileys[2..], Limits.Truncate("x" + smileys, Limits.ParamValue));
    }
}
