using System.Text.Json;
using DynamoToolkit.Runtime.Tests.Tables.Support;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Runtime.Tests.Tables;

public sealed class TransactionTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly Db db = new();

    [Fact]
    public async Task Write_OfMixedTypes_SendsThemInOrder()
    {
        db.Transport.Answer(
            """{"ConsumedCapacity":[{"TableName":"tracking","CapacityUnits":4,"WriteCapacityUnits":4}]""" +
            ""","ItemCollectionMetrics":{"tracking":[{"ItemCollectionKey":{"pk":{"S":"x"}},"SizeEstimateRangeGB":[0,1]}]}}""");
        var result = await db.Client.TransactWriteAsync(
            [
                db.Metrics.Put(new Metric("1", "loss", 0.5)),
                db.Runs.Update(Run.Key("1")).Set(r => r.Status, "x").If(r => r.Status != "y").ReturnItemOnFailure(),
                db.Metrics.Delete(Metric.Key("1", "old")),
                db.Runs.Check(Run.Key("2")).If(r => r.RunId.Exists()),
            ],
            new TransactWriteOptions
            {
                ClientRequestToken = "t1",
                ReturnConsumedCapacity = CapacityDetail.Total,
                ReturnItemCollectionMetrics = true
            },
            Ct);

        Assert.Equal(
            """{"TransactItems":[{"Put":{"TableName":"tracking","Item":{"pk":{"S":"RUN#1"},"sk":{"S":"METRIC#loss"},"runId":{"S":"1"}""" +
            ""","name":{"S":"loss"},"value":{"N":"0.5"}}}},{"Update":{"TableName":"tracking","Key":{"pk":{"S":"RUN#1"}""" +
            ""","sk":{"S":"META"}},"UpdateExpression":"SET #n0 = :v0","ConditionExpression":"#n0 <> :v1","ExpressionAttributeNames":""" +
            """{"#n0":"status"},"ExpressionAttributeValues":{":v0":{"S":"x"},":v1":{"S":"y"}}""" +
            ""","ReturnValuesOnConditionCheckFailure":"ALL_OLD"}},{"Delete":{"TableName":"tracking","Key":{"pk":{"S":"RUN#1"}""" +
            ""","sk":{"S":"METRIC#old"}}}},{"ConditionCheck":{"TableName":"tracking","Key":{"pk":{"S":"RUN#2"},"sk":{"S":"META"}}""" +
            ""","ConditionExpression":"attribute_exists(#n0)","ExpressionAttributeNames":{"#n0":"runId"}}}]""" +
            ""","ClientRequestToken":"t1","ReturnConsumedCapacity":"TOTAL","ReturnItemCollectionMetrics":"SIZE"}""",
            db.Sent);
        Assert.Equal(4, Assert.Single(result.ConsumedCapacity).WriteCapacityUnits);
        Assert.Equal(1, Assert.Single(result.ItemCollectionMetrics["tracking"]).UpperBoundGigabytes);
    }

    [Fact]
    public async Task Write_WithoutAToken_GetsOneOfItsOwn()
    {
        await db.Client.TransactWriteAsync([db.Runs.Put(new Run { RunId = "1" })], Ct);
        await db.Client.TransactWriteAsync([db.Runs.Put(new Run { RunId = "1" })], Ct);
        var tokens = db.Transport.Requests
            .Select(r => JsonDocument.Parse(r.Body).RootElement.GetProperty("ClientRequestToken").GetString())
            .ToList();
        Assert.NotEqual(tokens[0], tokens[1]);
        Assert.InRange(tokens[0]!.Length, 1, 36);
    }

    [Fact]
    public Task Write_OfNothing_IsRefused() => RefusesAsync("empty", []);

    [Fact]
    public Task Write_OfMoreThan100_IsRefused() =>
        RefusesAsync("101", Enumerable.Range(0, 101).Select(i => db.Metrics.Delete(Metric.Key("1", $"{i}"))));

    [Fact]
    public Task Write_OfOneItemTwice_IsRefused() =>
        RefusesAsync("two operations on one item", [db.Runs.Put(new Run { RunId = "1" }), db.Runs.Delete(Run.Key("1"))]);

    [Fact]
    public Task Write_ReturningAnItem_IsRefused()
        => RefusesAsync("requests the item back", [db.Runs.Put(new Run { RunId = "1" }).ReturnOld()]);

    [Fact]
    public Task Check_WithoutACondition_IsRefused() => RefusesAsync("has no condition", [db.Runs.Check(Run.Key("1"))]);

    [Fact]
    public Task Write_WithAnotherClientsTable_IsRefused() => RefusesAsync("another DynamoClient", [new Db().Runs.Delete(Run.Key("1"))]);

    [Fact]
    public async Task Get_OfMixedTypes_ReadsEachAsItsOwn()
    {
        db.Transport.Answer(
            """{"Responses":[{"Item":{"runId":{"S":"1"}}},{},{"Item":{"runId":{"S":"1"},"name":{"S":"b"},"value":{"N":"2"}}}]}""");
        Get<Run> run = db.Runs.Get(Run.Key("1"));
        Get<Metric> absent = db.Metrics.Get(Metric.Key("1", "a")), present = db.Metrics.Get(Metric.Key("1", "b"));
        var result = await db.Client.TransactGetAsync([run, absent, present], cancellationToken: Ct);
        Assert.Equal("1", result.Find(run)!.RunId);
        Assert.Null(result.Find(absent));
        Assert.Equal(2, result.Find(present)!.Value);
        Assert.Equal([new Metric("1", "b", 2)], result.All<Metric>());
        Assert.StartsWith("""{"TransactItems":[{"Get":{"TableName":"tracking","Key":{"pk":{"S":"RUN#1"},"sk":{"S":"META"}}}},""", db.Sent);
        Assert.Equal(DynamoOperation.TransactGetItems, db.Operation);
    }

    [Fact]
    public async Task Get_OfAPair_ReturnsAPair()
    {
        db.Transport.Answer("""{"Responses":[{"Item":{"runId":{"S":"1"}}},{}]}""");
        var (run, metric) = await db.Client.TransactGetAsync(db.Runs.Get(Run.Key("1")), db.Metrics.Get(Metric.Key("1", "a")), Ct);
        Assert.NotNull(run);
        Assert.Null(metric);
    }

    [Fact]
    public async Task Get_OfExpiredItems_LeavesThemOut()
    {
        db.Transport.Answer("""{"Responses":[{"Item":{"runId":{"S":"1"},"expiresAt":{"N":"1"}}}]}""");
        var get = db.Runs.Get(Run.Key("1"));
        Assert.Null((await db.Client.TransactGetAsync([get], cancellationToken: Ct)).Find(get));
    }

    [Fact]
    public async Task Get_OfSmallerTypes_AsksForTheAttributesOfEach()
    {
        db.Transport.Answer(
            """{"Responses":[{"Item":{"city":{"S":"x"},"pk":{"S":"RUN#1"}}},{"Item":{"runId":{"S":"2"}}},""" +
            """{"Item":{"city":{"S":"y"},"expiresAt":{"N":"1"}}}]}""");
        var (place, run, expired) = await db.Client.TransactGetAsync(
            db.Runs.Get(Run.Key("1")).As<Place>(), db.Runs.Get(Run.Key("2")), db.Runs.Get(Run.Key("3")).As<Place>(), Ct);
        Assert.Equal((new Place("x"), "2", null), (place, run!.RunId, expired));
        Assert.Equal(
            """{"TransactItems":[{"Get":{"TableName":"tracking","Key":{"pk":{"S":"RUN#1"},"sk":{"S":"META"}}""" +
            ""","ProjectionExpression":"#n0, #n1, #n2, #n3","ExpressionAttributeNames":""" +
            """{"#n0":"city","#n1":"pk","#n2":"sk","#n3":"expiresAt"}}},{"Get":{"TableName":"tracking","Key":{"pk":{"S":"RUN#2"}""" +
            ""","sk":{"S":"META"}}}},{"Get":{"TableName":"tracking","Key":{"pk":{"S":"RUN#3"},"sk":{"S":"META"}}""" +
            ""","ProjectionExpression":"#n0, #n1, #n2, #n3","ExpressionAttributeNames":""" +
            """{"#n0":"city","#n1":"pk","#n2":"sk","#n3":"expiresAt"}}}]}""",
            db.Sent);
    }

    [Fact]
    public async Task Find_WithAGetOfAnotherType_SaysHowTheItemWasRead()
    {
        db.Transport.Answer("""{"Responses":[{"Item":{"city":{"S":"x"}}}]}""");
        var whole = db.Runs.Get(Run.Key("1"));
        var result = await db.Client.TransactGetAsync([whole.As<Place>()], cancellationToken: Ct);
        Assert.Contains("was read as Place, not as Run", Assert.Throws<InvalidOperationException>(() => result.Find(whole)).Message);
        Assert.Equal("x", result.Find(whole.As<Place>())!.City);
        Assert.Equal([new Place("x")], result.All<Place>());
    }

    private async Task RefusesAsync(string reason, IEnumerable<IWriteOperation> operations)
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => db.Client.TransactWriteAsync(operations, Ct));
        Assert.Contains(reason, error.Message);
        Assert.Empty(db.Transport.Requests);
    }

    [Theory]
    [InlineData(36, true)]
    [InlineData(1, true)]
    [InlineData(0, false)]
    [InlineData(37, false)]
    public async Task Token_OfAnotherLength_IsRefused(int length, bool isValid)
    {
        var db = new Db();
        var options = new TransactWriteOptions { ClientRequestToken = new string('t', length) };
        Task Write() => db.Client.TransactWriteAsync([db.Runs.Delete(Run.Key("1"))], options, Ct);
        if (isValid)
        {
            await Write();
            return;
        }

        Assert.Contains($"{length} characters", (await Assert.ThrowsAsync<ArgumentException>(Write)).Message);
        Assert.Empty(db.Transport.Requests);
    }

    [Fact]
    public async Task Data_Over4MB_IsRefused()
    {
        var db = new Db();

        // Line ends are longer in JSON than DynamoDB counts them.
        var text = new string('x', 300_000) + new string('\n', 100_000);
        IWriteOperation[] many = [.. Enumerable.Range(0, 10).Select(i => db.Runs.Put(new Run { RunId = $"{i}", Tags = [text] }))];
        await db.Client.TransactWriteAsync(many, Ct);
        Assert.True(db.Sent.Length > 4 * 1024 * 1024);

        var puts = many.Append(db.Runs.Put(new Run { RunId = "x", Tags = [new string('x', 200_000)] }));
        var error = await Assert.ThrowsAsync<ArgumentException>(() => db.Client.TransactWriteAsync(puts, Ct));
        Assert.Contains("4194304", error.Message);
        var updates = many.Append(db.Runs.Update(Run.Key("x")).Set(r => r.Notes["a"], new string('x', 200_000)));
        await Assert.ThrowsAsync<ArgumentException>(() => db.Client.TransactWriteAsync(updates, Ct));
        Assert.Single(db.Transport.Requests);

        // What may never be stored does not count.
        await db.Client.TransactWriteAsync(
            many.Append(db.Runs.Update(Run.Key("x")).SetIfNotExists(r => r.Notes["a"], new string('x', 200_000))), Ct);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"Responses":[{}]}""")]
    [InlineData("""{"Responses":[{},{},{}]}""")]
    public async Task Get_WithoutAnAnswerForEach_IsNotTakenForAnItemThatDoesNotExist(string response)
    {
        db.Transport.Answer(response);
        await Assert.ThrowsAsync<ItemFormatException>(
            () => db.Client.TransactGetAsync([db.Runs.Get(Run.Key("1")), db.Runs.Get(Run.Key("2"))], Ct));
    }

    [Fact]
    public async Task Operation_ThatAsksForWhatATransactionTellsAsAWhole_IsRefused()
    {
        var db = new Db();
        IWriteOperation[] asking =
        [
            db.Runs.Update(Run.Key("1")).Set(r => r.Status, "x").ReturnConsumedCapacity(),
            db.Runs.Delete(Run.Key("1")).ReturnItemCollectionMetrics(),
        ];
        foreach (var operation in asking)
        {
            Assert.Contains(
                "TransactWriteOptions",
                (await Assert.ThrowsAsync<ArgumentException>(() => db.Client.TransactWriteAsync([operation], Ct))).Message);
        }

        var error = await Assert.ThrowsAsync<ArgumentException>(() => db.Client.TransactGetAsync(
            db.Runs.Get(Run.Key("1")), db.Runs.Get(Run.Key("2")).ReturnConsumedCapacity().As<Place>(), Ct));
        Assert.Contains("TransactGetOptions", error.Message);
        Assert.Empty(db.Transport.Requests);
    }

    [Fact]
    public async Task Get_WithAConsistentRead_IsTakenAsTransactionsReadSoAnyway()
    {
        var db = new Db();
        db.Transport.Answer("""{"Responses":[{}]}""");
        await db.Client.TransactGetAsync([db.Runs.Get(Run.Key("1")).ConsistentRead()], cancellationToken: Ct);
        Assert.DoesNotContain("ConsistentRead", db.Sent);
    }
}
