using System.Text.Json;
using DynamoToolkit.Runtime.Tests.Tables.Support;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Runtime.Tests.Tables;

public sealed class TableTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly Db db = new();

    [Fact]
    public async Task Get_SendsTheKeyAndReadsTheItem()
    {
        db.Transport.Answer(
            """{ "Unknown": [1,{"a":"}"}], "Item": {"pk":{"S":"RUN#1"},"runId":{"S":"1"},"startTime":{"N":"5"}}""" +
            """, "ConsumedCapacity": null }""");
        var run = await db.Runs.GetAsync(Run.Key("1"), cancellationToken: Ct);
        Assert.Equal(5, run!.StartTime);
        Assert.Equal("""{"TableName":"tracking","Key":{"pk":{"S":"RUN#1"},"sk":{"S":"META"}}}""", db.Sent);
        Assert.Equal(("tracking", DynamoOperation.GetItem), (db.Transport.Requests[0].TableName, db.Operation));
    }

    [Fact]
    public async Task Get_OfWhatIsNotThere_IsNull()
    {
        Assert.Null(await db.Runs.GetAsync(Run.Key("1"), consistentRead: true, cancellationToken: Ct));
        Assert.Contains("\"ConsistentRead\":true", db.Sent);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public async Task Get_OfAnItemWithTimeToLive_ReturnsItUntilThen(int seconds, bool expected)
    {
        var expiry = TestClock.Noon.ToUnixTimeSeconds() + seconds;
        var json = $$$$"""{"Item":{"runId":{"S":"1"},"expiresAt":{"N":"{{{{expiry}}}}"}}}""";
        db.Transport.Answer(json).Answer(json).Answer(json);
        Assert.Equal(expected, await db.Runs.GetAsync(Run.Key("1"), cancellationToken: Ct) is not null);
        Assert.Equal(expected, (await db.Runs.Get(Run.Key("1")).ExecuteAsync(Ct)).HasItem);
        Assert.True((await db.Runs.Get(Run.Key("1")).IncludeExpired().ExecuteAsync(Ct)).HasItem);
    }

    [Fact]
    public async Task Get_WithOptions_SendsAndReadsThem()
    {
        db.Transport.Answer(
            """{"ConsumedCapacity":{"TableName":"tracking","CapacityUnits":0.5,"Table":{"CapacityUnits":0.5}""" +
            ""","GlobalSecondaryIndexes":{"byX":{"CapacityUnits":2}}},"Item":{"city":{"S":"x"}}}""");
        var result = await db.Runs.Get(Run.Key("1"))
            .ConsistentRead()
            .ReturnConsumedCapacity(CapacityDetail.Indexes)
            .As<Place>()
            .ExecuteAsync(Ct);
        Assert.Equal("x", result.Item!.City);
        Assert.Equal(
            (0.5, 0.5, 2),
            (result.ConsumedCapacity!.CapacityUnits, result.ConsumedCapacity.TableUnits, result.ConsumedCapacity.GlobalIndexUnits["byX"]));
        Assert.Equal(
            """{"TableName":"tracking","Key":{"pk":{"S":"RUN#1"},"sk":{"S":"META"}},"ConsistentRead":true""" +
            ""","ProjectionExpression":"#n0, #n1, #n2, #n3","ExpressionAttributeNames":""" +
            """{"#n0":"city","#n1":"pk","#n2":"sk","#n3":"expiresAt"},"ReturnConsumedCapacity":"INDEXES"}""",
            db.Sent);
    }

    [Fact]
    public async Task Put_SendsTheWholeItem()
    {
        await db.Runs.PutAsync(new Run { RunId = "a#b", Status = "new", Tags = ["x"] }, Ct);
        Assert.Equal(
            """{"TableName":"tracking","Item":{"pk":{"S":"RUN#a%23b"},"sk":{"S":"META"},"runId":{"S":"a#b"},"startTime":{"N":"0"}""" +
            ""","status":{"S":"new"},"tags":{"SS":["x"]}}}""",
            db.Sent);
    }

    [Fact]
    public async Task Put_WithEverythingAsked_SendsAndReadsIt()
    {
        db.Transport.Answer(
            """{"Attributes":{"runId":{"S":"1"},"status":{"S":"old"}},"ConsumedCapacity":{"TableName":"tracking","CapacityUnits":1.0}""" +
            ""","ItemCollectionMetrics":{"ItemCollectionKey":{"pk":{"S":"RUN#1"}},"SizeEstimateRangeGB":[0.5,1.5]}}""");
        var result = await db.Runs.Put(new Run { RunId = "1" })
            .If(r => r.RunId.NotExists())
            .ReturnOld().ReturnItemOnFailure().ReturnConsumedCapacity().ReturnItemCollectionMetrics()
            .ExecuteAsync(Ct);
        Assert.Equal("old", result.Item!.Status);
        Assert.Equal(1, result.ConsumedCapacity!.CapacityUnits);
        Assert.Equal((KeyValue.Of("RUN#1"), 0.5, 1.5), (
            result.ItemCollectionMetrics!.Partition,
            result.ItemCollectionMetrics.LowerBoundGigabytes,
            result.ItemCollectionMetrics.UpperBoundGigabytes));
        const string reports = ""","ReturnValues":"ALL_OLD","ReturnConsumedCapacity":"TOTAL","ReturnItemCollectionMetrics":"SIZE"}""";
        Assert.EndsWith(
            ""","ConditionExpression":"attribute_not_exists(#n0)","ExpressionAttributeNames":{"#n0":"runId"}""" +
            $$""","ReturnValuesOnConditionCheckFailure":"ALL_OLD"{{reports}}""",
            db.Sent);
    }

    [Fact]
    public async Task Delete_SendsTheKey()
    {
        await db.Runs.DeleteAsync(Run.Key("1"), Ct);
        Assert.Equal("""{"TableName":"tracking","Key":{"pk":{"S":"RUN#1"},"sk":{"S":"META"}}}""", db.Sent);
        Assert.Equal(DynamoOperation.DeleteItem, db.Operation);
    }

    [Fact]
    public async Task Delete_ReturningOld_ReadsTheItem()
    {
        db.Transport.Answer("""{"Attributes":{"runId":{"S":"1"}}}""");
        var run = await db.Runs.Delete(Run.Key("1")).If(r => r.Status == "x").ReturnOld().ExecuteAsync(Ct);
        Assert.Equal("1", run.Item!.RunId);
    }

    [Fact]
    public async Task Update_ReturningOnlyWhatChanged_ReadsASmallerType()
    {
        db.Transport.Answer("""{"Attributes":{"city":{"S":"x"}}}""");
        var part = await db.Runs.Update(Run.Key("1")).Set(r => r.Status, "x").ReturnUpdatedNew().ExecuteAsync<Place>(Ct);
        Assert.Equal("x", part.Item!.City);
        Assert.Contains("\"ReturnValues\":\"UPDATED_NEW\"", db.Sent);
    }

    [Fact]
    public async Task Update_ReturningOnlyWhatChanged_TellsItsMetricsToo()
    {
        db.Transport.Answer(
            """{"Attributes":{"city":{"S":"x"}},"ConsumedCapacity":{"TableName":"tracking","CapacityUnits":2}""" +
            ""","ItemCollectionMetrics":{"ItemCollectionKey":{"pk":{"S":"RUN#1"}},"SizeEstimateRangeGB":[0.5,1.5]}}""");
        var update = db.Runs.Update(Run.Key("1"))
            .Set(r => r.Status, "x")
            .ReturnUpdatedOld()
            .ReturnConsumedCapacity()
            .ReturnItemCollectionMetrics();
        var result = await update.ExecuteAsync<Place>(Ct);
        Assert.Equal(
            ("x", 2, 1.5), (result.Item!.City, result.ConsumedCapacity!.CapacityUnits, result.ItemCollectionMetrics!.UpperBoundGigabytes));
        Assert.EndsWith(
            ""","ReturnValues":"UPDATED_OLD","ReturnConsumedCapacity":"TOTAL","ReturnItemCollectionMetrics":"SIZE"}""", db.Sent);
    }

    [Fact]
    public async Task Update_ReturningOnlyWhatChanged_IsNotReadAsAWholeItem()
    {
        var update = db.Runs.Update(Run.Key("1")).Set(r => r.Status, "x").ReturnUpdatedOld();
        await Assert.ThrowsAsync<InvalidOperationException>(() => update.ExecuteAsync(Ct));
        Assert.Empty(db.Transport.Requests);
    }

    [Fact]
    public async Task Update_WritesItsTypeIfItCanCreateTheItem()
    {
        var dogs = db.Client.Table<Dog>();
        var tricks = new DynamoToolkit.Expressions.Attribute<int, NumberConverter<int>>("tricks");
        await dogs.Update(new ItemKey<Dog>(KeyValue.Of("1"))).Set(tricks, 1)
            .Remove(new DynamoToolkit.Expressions.Attribute<int, NumberConverter<int>>("age")).ExecuteAsync(Ct);
        Assert.Contains("\"UpdateExpression\":\"SET #n0 = :v0, #n1 = if_not_exists(#n1, :v1) REMOVE #n2\"", db.Sent);
        Assert.Contains("\"#n1\":\"type\"", db.Sent);
    }

    [Fact]
    public async Task Update_ThatOnlyRemoves_DoesNotWriteItsType()
    {
        // The service creates no item for it, and would create one if it set the type.
        var tricks = new DynamoToolkit.Expressions.Attribute<int, NumberConverter<int>>("tricks");
        await db.Client.Table<Dog>().Update(new ItemKey<Dog>(KeyValue.Of("1"))).Remove(tricks).ExecuteAsync(Ct);
        Assert.Contains("\"UpdateExpression\":\"REMOVE #n0\"", db.Sent);
    }

    [Fact]
    public void Update_OfTheTypesName_IsRefused()
    {
        var update = db.Client.Table<Dog>().Update(new ItemKey<Dog>(KeyValue.Of("1")));
        var type = new DynamoToolkit.Expressions.Attribute<string, StringConverter>("type");
        var error = Assert.Throws<ArgumentException>(() => update.Set(type, "cat"));
        Assert.Contains("'type'", error.Message);
    }

    [Fact]
    public void Update_OfAKey_IsRefused()
    {
        var pk = new DynamoToolkit.Expressions.Attribute<string, StringConverter>("pk");
        Assert.Contains("'pk'", Assert.Throws<ArgumentException>(() => db.Runs.Update(Run.Key("1")).Set(pk, "x")).Message);
    }

    [Fact]
    public async Task Key_ThatIsTooLong_IsRefusedBeforeSending()
    {
        var long1 = new string('x', 2048);
        await Assert.ThrowsAnyAsync<ArgumentException>(() => db.Runs.PutAsync(new Run { RunId = long1 }, Ct));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => db.Runs.DeleteAsync(Run.Key(long1), Ct));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await db.Runs.GetAsync(Run.Key(long1), cancellationToken: Ct));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => db.Metrics.PutAsync(new Metric("1", new string('é', 510), 1), Ct));
        await db.Metrics.PutAsync(new Metric("1", new string('é', 508), 1), Ct);
        Assert.Single(db.Transport.Requests);
    }

    [Fact]
    public async Task Item_OfMoreThan400Kilobytes_IsRefusedBeforeSending()
    {
        var error = await Assert.ThrowsAsync<ItemTooLargeException>(
            () => db.Runs.PutAsync(new Run { RunId = "1", Tags = [new string('x', 409_600)] }, Ct));
        Assert.Contains("409600", error.Message);
        Assert.Equal(typeof(Run), error.ItemType);
        Assert.InRange(error.Bytes, 409_601, 409_700);

        // Escapes make the JSON longer than what counts.
        await db.Runs.PutAsync(new Run { RunId = "1", Tags = [new string('\n', 400_000)] }, Ct);
        Assert.Single(db.Transport.Requests);
    }

    [Fact]
    public async Task TableName_OfTheModel_IsMapped()
    {
        var mapped = new Db(options => options.TableNames["tracking"] = "t-real");
        Assert.Equal("t-real", mapped.Runs.Name);
        var prefixed = new Db(options => options.TableNamePrefix = "dev-");
        Assert.Equal("dev-tracking", prefixed.Runs.Name);
        Assert.Equal("other", prefixed.Client.Table<Run>("other").Name);
        await prefixed.Runs.DeleteAsync(Run.Key("1"), Ct);
        Assert.Equal("dev-tracking", JsonDocument.Parse(prefixed.Sent).RootElement.GetProperty("TableName").GetString());
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("a b c")]
    [InlineData("a\"b")]
    public void TableName_ThatDynamoDbRefuses_IsRefused(string name) =>
        Assert.Throws<ArgumentException>(() => db.Client.Table<Run>(name));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{\"Item\":")]
    [InlineData("{\"Item\":{\"runId\":5}}")]
    [InlineData("{\"Item\":{}}")]
    [InlineData("{\"Item\":\"x\"}")]
    [InlineData("{\"X\":\"\\")]
    [InlineData("{\"X\" 1}")]
    [InlineData("{\"X\":}")]
    [InlineData("<html>")]
    public async Task Response_ThatIsMangled_IsANamedError(string json)
    {
        db.Transport.Answer(json);
        await Assert.ThrowsAsync<ItemFormatException>(async () => await db.Runs.GetAsync(Run.Key("1"), cancellationToken: Ct));
    }

    [Fact]
    public void Client_WhenDisposed_DisposesItsTransport()
    {
        db.Client.Dispose();
        Assert.True(db.Transport.IsDisposed);
    }

    [Fact]
    public async Task Call_ThatIsCancelled_EndsSo()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => db.Runs.PutAsync(new Run { RunId = "1" }, stop.Token));
    }
}
