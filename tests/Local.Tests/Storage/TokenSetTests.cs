using DynamoToolkit.Local.Storage;

namespace DynamoToolkit.Local.Tests.Storage;

public sealed class TokenSetTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.UnixEpoch;

    [Fact]
    public void WithoutExpired_HasExactlyTheOthers()
    {
        var random = new Random(1);
        var tokens = Enumerable.Range(0, 500).Select(i => new TransactionToken($"t{i}", "", Start.AddSeconds(random.Next(100)))).ToList();
        var set = tokens.Aggregate(TokenSet.Empty, static (set, token) => set.With(token));

        for (var second = 0; second < 100; second += 7)
        {
            set = set.WithoutExpired(Start.AddSeconds(second));

            var expected = tokens.Where(token => token.Expires > Start.AddSeconds(second)).ToList();
            Assert.Equal(expected.Order(ByName), set.All.Order(ByName));
            Assert.All(tokens, token => Assert.Equal(expected.Contains(token), set.Find(token.Token) is not null));
        }
    }

    [Fact]
    public void WithoutExpired_NoneExpired_IsTheSameSet()
    {
        var set = TokenSet.Empty.With(new TransactionToken("t", "", Start));

        Assert.Same(set, set.WithoutExpired(Start.AddTicks(-1)));
    }

    [Fact]
    public void With_NameThatIsKnown_ReplacesItsTime()
    {
        var set = TokenSet.Empty
            .With(new TransactionToken("t", "first", Start))
            .With(new TransactionToken("t", "second", Start.AddSeconds(10)))
            .WithoutExpired(Start.AddSeconds(5));

        Assert.Equal("second", set.Find("t")?.Fingerprint);
        Assert.Equal(1, set.Count);
        Assert.Equal(0, set.WithoutExpired(Start.AddSeconds(10)).Count);
    }

    private static readonly Comparer<TransactionToken> ByName =
        Comparer<TransactionToken>.Create(static (left, right) => string.CompareOrdinal(left.Token, right.Token));
}
