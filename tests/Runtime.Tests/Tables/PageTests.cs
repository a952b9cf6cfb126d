using System.Security.Cryptography;
using System.Text;
using DynamoToolkit.Expressions;
using DynamoToolkit.Runtime.Tests.Tables.Support;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Runtime.Tests.Tables;

public sealed class PageTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly Db db = new(options => options.PageTokenKey = RandomNumberGenerator.GetBytes(32));

    [Fact]
    public async Task Page_WithALastKey_ContinuesFromIt()
    {
        var token = await TokenAsync(db);
        db.Transport.Answer("""{"Items":[]}""");
        var last = await db.Metrics.Query(Metric.Partition("1")).GetPageAsync(PageToken.Parse(token.ToString()), Ct);
        Assert.Null(last.Next);
        Assert.Contains("""ExclusiveStartKey":{"pk":{"S":"RUN#1"},"sk":{"S":"METRIC#b"}}""", db.Transport.Requests[1].Body);
    }

    [Fact]
    public async Task Page_OfAFilteredQuery_EndsBehindTheLastItemReturned()
    {
        db.Transport.Answer(
            $$$$"""{"Items":[{{{{Item("a")}}}},{{{{Item("b")}}}},{{{{Item("c")}}}}],"ScannedCount":9""" +
            $$$$""","LastEvaluatedKey":{"pk":{"S":"RUN#1"},"sk":{"S":"METRIC#z"}}}""");
        var page = await Filtered(2).GetPageAsync(null, Ct);
        Assert.Equal(["a", "b"], page.Items.Select(m => m.Name));
        Assert.Equal(9, page.ScannedCount);

        db.Transport.Answer("{}");
        await Filtered(2).GetPageAsync(page.Next, Ct);
        Assert.EndsWith("""ExclusiveStartKey":{"pk":{"S":"RUN#1"},"sk":{"S":"METRIC#b"}}}""", db.Transport.Requests[1].Body);
    }

    [Fact]
    public async Task Page_ThatEndsWithTheResponse_ContinuesFromTheServicesKey()
    {
        db.Transport.Answer(
            $$$$"""{"Items":[{{{{Item("a")}}}},{{{{Item("b")}}}}],"LastEvaluatedKey":{"pk":{"S":"RUN#1"},"sk":{"S":"METRIC#z"}}}""");
        var page = await Filtered(2).GetPageAsync(null, Ct);
        await Filtered(2).GetPageAsync(page.Next, Ct);
        Assert.Contains("METRIC#z", db.Transport.Requests[1].Body);
    }

    [Fact]
    public async Task Page_ThatEndsWithTheData_HasNoNext()
    {
        db.Transport.Answer($$$$"""{"Items":[{{{{Item("a")}}}},{{{{Item("b")}}}}]}""");
        Assert.Null((await Filtered(2).GetPageAsync(null, Ct)).Next);
    }

    [Fact]
    public async Task Page_OfALimitedQuery_IsFilledFromSeveralResponses()
    {
        db.Transport
            .Answer($$$$"""{"Items":[{{{{Item("a")}}}}],"LastEvaluatedKey":{"pk":{"S":"RUN#1"},"sk":{"S":"METRIC#a"}}}""")
            .Answer($$$$"""{"Items":[{{{{Item("b")}}}}],"LastEvaluatedKey":{"pk":{"S":"RUN#1"},"sk":{"S":"METRIC#b"}}}""");
        var page = await db.Metrics.Query(Metric.Partition("1")).Limit(2).GetPageAsync(null, Ct);
        Assert.Equal(2, page.Items.Count);
        Assert.Contains("\"Limit\":1,", db.Transport.Requests[1].Body);
    }

    [Fact]
    public async Task Pages_AreReadOneByOne()
    {
        db.Transport.Answer(
            $$$$"""{"Items":[{{{{Item("a")}}}}],"LastEvaluatedKey":{"pk":{"S":"RUN#1"},"sk":{"S":"METRIC#a"}}}""").Answer("{}");
        var pages = 0;
        await foreach (var page in db.Metrics.Query(Metric.Partition("1")).PagesAsync(cancellationToken: Ct))
            pages++;
        Assert.Equal(2, pages);
    }

    [Fact]
    public async Task Token_ChangedInAnyCharacter_IsRefused()
    {
        var text = (await TokenAsync(db)).ToString();
        for (var i = 0; i < text.Length; i++)
        {
            var changed = text.ToCharArray();
            changed[i] = changed[i] == 'A' ? 'B' : 'A';
            if (i == text.Length - 1 && SameBytes(text, new string(changed)))
                continue;
            await Assert.ThrowsAsync<PageTokenException>(
                () => db.Metrics.Query(Metric.Partition("1")).GetPageAsync(PageToken.Parse(new string(changed)), Ct));
        }

        Assert.Single(db.Transport.Requests);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("****")]
    [InlineData("AQ")]
    [InlineData("é")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Token_ThatIsGarbage_IsRefused(string text) =>
        await Assert.ThrowsAsync<PageTokenException>(() => db.Metrics.Query(Metric.Partition("1")).GetPageAsync(PageToken.Parse(text), Ct));

    [Fact]
    public async Task Token_OfAnotherQuery_IsRefused()
    {
        var token = await TokenAsync(db);
        await Assert.ThrowsAsync<PageTokenException>(() => db.Metrics.Query(Metric.Partition("2")).GetPageAsync(token, Ct));
        await Assert.ThrowsAsync<PageTokenException>(() => db.Metrics.Query(Metric.Partition("1")).Descending().GetPageAsync(token, Ct));
        await Assert.ThrowsAsync<PageTokenException>(
            () => db.Client.Table<Metric>("other").Query(Metric.Partition("1")).GetPageAsync(token, Ct));
        await Assert.ThrowsAsync<PageTokenException>(() => db.Metrics.Scan().GetPageAsync(token, Ct));
        await Assert.ThrowsAsync<PageTokenException>(() => db.Runs.Query(Run.ByExperiment("7")).GetPageAsync(token, Ct));
    }

    [Fact]
    public async Task Token_OfTheSameQueryWithAnotherFilterOrLimit_IsTaken()
    {
        var token = await TokenAsync(db);
        await Filtered(3).GetPageAsync(token, Ct);
        Assert.Equal(2, db.Transport.Requests.Count);
    }

    [Fact]
    public async Task Token_SignedWithAnotherKey_IsRefused()
    {
        var token = await TokenAsync(new Db());
        await Assert.ThrowsAsync<PageTokenException>(() => db.Metrics.Query(Metric.Partition("1")).GetPageAsync(token, Ct));
    }

    [Theory]
    [InlineData("""{"pk":{"S":"RUN#1"},"sk":{"S":"METRIC#b"}},"Limit":1,"X":{}""")]
    [InlineData("""{"pk":{"S":"RUN#1"},"other":{"S":"METRIC#b"}}""")]
    [InlineData("""{"pk":{"S":"RUN#1"},"pk":{"S":"RUN#1"}}""")]
    [InlineData("""{"pk":{"N":"1"},"sk":{"S":"METRIC#b"}}""")]
    [InlineData("""{"pk":{"S":"RUN#1"}}""")]
    [InlineData("""nonsense""")]
    public async Task Token_WithAForgedChecksum_HoldsNoMoreThanAKey(string forged)
    {
        var open = new Db();
        var query = open.Metrics.Query(Metric.Partition("1"));
        using var message = WireBuffer.Rent();
        query.Plan.Request(default, limit: null).WriteBinding(message);
        message.Write("\n"u8);
        message.Write([1]);
        message.Write(Encoding.UTF8.GetBytes(forged));
        byte[] token = [1, .. SHA256.HashData(message.WrittenSpan).AsSpan(0, 16), .. Encoding.UTF8.GetBytes(forged)];
        var text = System.Buffers.Text.Base64Url.EncodeToString(token);
        await Assert.ThrowsAsync<PageTokenException>(() => query.GetPageAsync(PageToken.Parse(text), Ct));
        Assert.Empty(open.Transport.Requests);
    }

    [Fact]
    public void PageTokenKey_ThatIsTooShort_IsRefused()
        => Assert.Throws<ArgumentException>(() => new Db(options => options.PageTokenKey = new byte[8]));

    private Query<Metric> Filtered(int limit) =>
        db.Metrics.Query(Metric.Partition("1")).Where(new Attribute<double, DoubleConverter>("value") > 0).Limit(limit);

    private static async Task<PageToken> TokenAsync(Db db)
    {
        db.Transport.Answer(
            $$$$"""{"Items":[{{{{Item("a")}}}},{{{{Item("b")}}}}],"LastEvaluatedKey":{"pk":{"S":"RUN#1"},"sk":{"S":"METRIC#b"}}}""");
        var page = await db.Metrics.Query(Metric.Partition("1")).GetPageAsync(null, Ct);
        Assert.Equal(2, page.Items.Count);
        return page.Next!;
    }

    private static bool SameBytes(string first, string second) =>
        System.Buffers.Text.Base64Url.IsValid(second) && System.Buffers.Text.Base64Url.DecodeFromChars(first).SequenceEqual(
            System.Buffers.Text.Base64Url.DecodeFromChars(second));

    private static string Item(string name)
        => $$$"""{"pk":{"S":"RUN#1"},"sk":{"S":"METRIC#{{{name}}}"},"runId":{"S":"1"},"name":{"S":"{{{name}}}"},"value":{"N":"1"}}""";
}
