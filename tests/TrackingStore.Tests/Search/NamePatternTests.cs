using System.Text;
using DynamoToolkit;
using TrackingStore.Model;
using TrackingStore.Search;
using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Search;

public sealed class NamePatternTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("%pipe%", true)]
    [InlineData("pip%", true)]
    [InlineData("%a%ine", true)]
    [InlineData("pi%ne", false)]
    [InlineData("%_%", false)]
    [InlineData("", false)]
    public void OfLike_WithoutThreeCharactersInARow_IsNothing(string like, bool isUseful) =>
        Assert.Equal(isUseful, NamePattern.OfLike(like, ignoresCase: false) is not null);

    [Fact]
    public void OfLike_WithHalfASurrogatePair_IsNothing() => Assert.Null(NamePattern.OfLike("%abc\ud800%", ignoresCase: true));

    [Fact]
    public void OfText_WithAnyText_IsUseful()
    {
        Assert.NotNull(NamePattern.OfText("a"));
        Assert.Null(NamePattern.OfText(""));
        Assert.Null(NamePattern.OfText("\udc00abc"));
    }

    /// <summary>The index folds more than this server's ILIKE does. Whatever differs in case alone must be one text for it.</summary>
    [Fact]
    public async Task Restrict_IgnoringCase_FindsEveryCharacterInLowerAndUpperCase()
    {
        using var store = await TestStore.StartAsync();
        var cased = Enumerable.Range(0, 0x110000).Where(Rune.IsValid).Select(code => new Rune(code).ToString())
            .Where(text => text.ToLowerInvariant() != text).ToArray();
        Assert.True(cased.Length > 1000);
        foreach (var chunk in cased.Chunk(60))
        {
            var text = "abc" + string.Concat(chunk) + "def";
            await FindsAsync(store, text, text.ToLowerInvariant());
            await FindsAsync(store, text.ToLowerInvariant(), text);
        }
    }

    private static async Task FindsAsync(TestStore store, string name, string like)
    {
        Assert.True(new LikePattern(like, ignoreCase: true).Matches(name));
        var id = Guid.NewGuid().ToString("N");
        await store.Table.RunNames.CreateAsync(new RunNameItem { RunId = id, ExperimentId = "0", Name = name }, Ct);
        var search = store.Table.RunNames.Search(RunNameItem.Trigrams.Name("0"));
        NamePattern.OfLike(like, ignoresCase: true)!.Restrict(search);
        Assert.Contains(await search.ToListAsync(Ct), item => item.RunId == id);
    }
}
