using DynamoToolkit.Runtime.Tests.Tables.Support;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Runtime.Tests.Tables;

/// <summary>An expired item is not returned, however its time stands in the response; one that only looks like it is.</summary>
public sealed class ExpiryTests
{
    private const string Item = """{"pk":{"S":"RUN#1"},"sk":{"S":"META"},"runId":{"S":"1"},"startTime":{"N":"5"},""";

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly Db db = new();

    private long Now => db.Clock.GetUtcNow().ToUnixTimeSeconds();

    [Theory]
    [InlineData("\"expiresAt\":{\"N\":\"{past}\"}")]
    [InlineData("\"expiresAt\":{\"N\":\"{now}\"}")]
    [InlineData("\"expiresAt\":{\"N\":\"-1\"}")]
    [InlineData("\"expiresAt\":{\"N\":\"1.5E3\"}")]
    [InlineData("\"expiresAt\":{\"N\":\"{past}.5\"}")]
    [InlineData("\"expiresAt\" : { \"N\" : \"{past}\" }")]
    [InlineData("\"\\u0065xpiresAt\":{\"N\":\"{past}\"}")]
    [InlineData("\"place\":{\"M\":{\"expiresAt\":{\"N\":\"{future}\"}}},\"expiresAt\":{\"N\":\"{past}\"}")]
    [InlineData("\"note\":{\"S\":\"expiresAt\"},\"expiresAt\":{\"N\":\"{past}\"}")]
    public async Task Item_ThatHasExpired_IsNotReturned(string attributes)
        => Assert.Equal((false, false, 0, false), await ReadAsync(attributes));

    [Theory]
    [InlineData("\"note\":{\"S\":\"x\"}")]
    [InlineData("\"expiresAt\":{\"N\":\"{future}\"}")]
    [InlineData("\"expiresAt\":{\"N\":\"1E30\"}")]
    [InlineData("\"expiresAt\":{\"N\":\"99999999999999999999\"}")]
    [InlineData("\"expiresAt\":{\"S\":\"{past}\"}")]
    [InlineData("\"expiresAt\":{\"NULL\":true}")]
    [InlineData("\"place\":{\"M\":{\"expiresAt\":{\"N\":\"{past}\"}}}")]
    [InlineData("\"note\":{\"S\":\"expiresAt\"}")]
    [InlineData("\"note\":{\"S\":\"\\\"expiresAt\\\":{\\\"N\\\":\\\"1\\\"}\"}")]
    public async Task Item_ThatHasNotExpired_IsReturned(string attributes)
        => Assert.Equal((true, true, 1, true), await ReadAsync(attributes));

    [Fact]
    public async Task Item_ThatHasExpiredAndCannotBeRead_IsNotReturned()
    {
        db.Transport.Answer($$$$"""{"Item":{"runId":{"M":{}},"expiresAt":{"N":"{{{{Now - 1}}}}"}}}""");
        Assert.Null(await db.Runs.GetAsync(Run.Key("1"), cancellationToken: Ct));
    }

    /// <summary>Converters and constructors of a user refuse in their own ways.</summary>
    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task Item_ThatItsTypeRefuses_IsAnErrorUntilItExpires(int seconds)
    {
        db.Transport.Answer($$$$"""{"Item":{"id":{"S":"1"},"a/b":{"N":"{{{{Now + seconds}}}}"}}}""");
        var read = db.Client.Table<Fussy>().GetAsync(Fussy.Key("1"), cancellationToken: Ct).AsTask();
        if (seconds < 0)
            Assert.Null(await read);
        else
            await Assert.ThrowsAsync<FormatException>(() => read);
    }

    /// <summary>JSON may write a slash as <c>\/</c>.</summary>
    [Fact]
    public async Task Item_WhoseTimeHasAnEscapedName_IsNotReturned()
    {
        db.Transport.Answer($$$$"""{"Item":{"id":{"S":"fine"},"a\/b":{"N":"{{{{Now - 1}}}}"}}}""");
        Assert.Null(await db.Client.Table<Fussy>().GetAsync(Fussy.Key("1"), cancellationToken: Ct));
    }

    [Fact]
    public async Task Item_ThatCannotBeRead_IsAnErrorUntilItExpires()
    {
        db.Transport.Answer($$$$"""{"Item":{"runId":{"M":{}},"expiresAt":{"N":"{{{{Now + 1}}}}"}}}""");
        await Assert.ThrowsAsync<ItemFormatException>(() => db.Runs.GetAsync(Run.Key("1"), cancellationToken: Ct).AsTask());
    }

    /// <summary>Whether each way of reading one item returns it.</summary>
    private async Task<(bool Get, bool Result, int Batch, bool Transaction)> ReadAsync(string attributes)
    {
        var item = Item + attributes.Replace("{past}", $"{Now - 1}").Replace("{now}", $"{Now}").Replace("{future}", $"{Now + 1}") + "}";
        var response = $$"""{"Item":{{item}}}""";
        db.Transport.Answer(response).Answer(response).Answer($$$"""{"Responses":{"tracking":[{{{item}}}]}}""").Answer(
            $$"""{"Responses":[{{response}}]}""");
        var found = await db.Runs.GetAsync(Run.Key("1"), cancellationToken: Ct);
        var result = await db.Runs.Get(Run.Key("1")).ExecuteAsync(Ct);
        Assert.Equal(result.HasItem, result.Item is not null);
        var batch = await db.Runs.BatchGetAsync([Run.Key("1")], cancellationToken: Ct);
        var get = db.Runs.Get(Run.Key("1"));
        var transaction = await db.Client.TransactGetAsync([get], cancellationToken: Ct);
        return (found is not null, result.HasItem, batch.Items.Count, transaction.Find(get) is not null);
    }
}
