using DynamoToolkit.Expressions;
using DynamoToolkit.Runtime.Tests.Tables.Support;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Runtime.Tests.Tables;

/// <summary>Writes that depend on whether the item exists, and reads that find out.</summary>
public sealed class ExistenceTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly Db db = new();

    [Fact]
    public async Task Create_ReplacesNothingButAnExpiredItem()
    {
        await db.Runs.CreateAsync(new Run { RunId = "1" }, Ct);
        Assert.Contains("\"ConditionExpression\":\"attribute_not_exists(#n0) OR #n1 <= :v0\"", db.Sent, StringComparison.Ordinal);
        Assert.Contains($$$"""{":v0":{"N":"{{{TestClock.Noon.ToUnixTimeSeconds()}}}"}}""", db.Sent, StringComparison.Ordinal);
        Assert.Contains("""{"#n0":"pk","#n1":"expiresAt"}""", db.Sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_WithoutTimeToLive_ComparesTheKeyOnly()
    {
        await db.Metrics.CreateAsync(new Metric("1", "m", 1), Ct);
        Assert.Contains(
            """
            "ConditionExpression":"attribute_not_exists(#n0)","ExpressionAttributeNames":{"#n0":"pk"}}
            """,
            db.Sent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task IfExists_ComparesTheKeyAndTheCallersCondition()
    {
        await db.Metrics.Delete(Metric.Key("1", "m")).If(new Attribute<double, DoubleConverter>("value") > 1).IfExists().ExecuteAsync(Ct);
        Assert.Contains("attribute_exists(#n1)", db.Sent, StringComparison.Ordinal);
        Assert.Contains("#n0 > :v0 AND ", db.Sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeleteOfAnItem_SendsItsKey()
    {
        await db.Runs.DeleteAsync(new Run { RunId = "1" }, Ct);
        Assert.Equal("""{"TableName":"tracking","Key":{"pk":{"S":"RUN#1"},"sk":{"S":"META"}}}""", db.Sent);
        await Assert.ThrowsAsync<ArgumentNullException>(() => db.Runs.DeleteAsync((Run)null!, Ct));
        Assert.Throws<ArgumentNullException>(() => { db.Runs.Delete((Run)null!); });
    }

    [Fact]
    public async Task Any_StopsAtTheFirstItem()
    {
        db.Transport.Answer("""{"Items":[],"LastEvaluatedKey":{"pk":{"S":"RUN#1"},"sk":{"S":"METRIC#a"}}}""")
            .Answer("""{"Items":[{"sk":{"S":"METRIC#b"}}],"LastEvaluatedKey":{"pk":{"S":"RUN#1"},"sk":{"S":"METRIC#b"}}}""");
        Assert.True(await db.Metrics.Query(Metric.Partition("1")).AnyAsync(Ct));
        Assert.Equal(2, db.Transport.Requests.Count);
        Assert.All(db.Transport.Requests, request => Assert.Contains("\"Limit\":", request.Body, StringComparison.Ordinal));
        Assert.False(await new Db().Metrics.Query(Metric.Partition("1")).AnyAsync(Ct));
    }

    [Fact]
    public async Task Single_StopsAtTheSecondItem()
    {
        db.Transport.Answer(
            $$$$"""{"Items":[{{{{Item("a")}}}},{{{{Item("b")}}}}],"LastEvaluatedKey":{"pk":{"S":"RUN#1"},"sk":{"S":"METRIC#b"}}}""");
        var error = await Assert.ThrowsAsync<InvalidOperationException>(
            () => db.Metrics.Query(Metric.Partition("1")).SingleOrDefaultAsync(Ct));
        Assert.Contains("more than one item", error.Message, StringComparison.Ordinal);
        Assert.Contains("\"Limit\":2", db.Sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Single_ReturnsTheOnlyItemOrNull()
    {
        db.Transport.Answer($$$"""{"Items":[{{{Item("a")}}}]}""").Answer("""{"Items":[]}""").Answer($$$"""{"Items":[{{{Item("a")}}}]}""");
        Assert.Equal("a", (await db.Metrics.Query(Metric.Partition("1")).SingleOrDefaultAsync(Ct))!.Name);
        Assert.Null(await db.Metrics.Query(Metric.Partition("1")).SingleOrDefaultAsync(Ct));
        Assert.Equal("a", (await db.Metrics.Query(Metric.Partition("1")).Limit(1).SingleOrDefaultAsync(Ct))!.Name);
        Assert.Contains("\"Limit\":1", db.Transport.Requests[2].Body, StringComparison.Ordinal);
    }

    private static string Item(string name) =>
        $$$"""{"pk":{"S":"RUN#1"},"sk":{"S":"METRIC#{{{name}}}"},"runId":{"S":"1"},"name":{"S":"{{{name}}}"},"value":{"N":"1"}}""";
}
