using System.Net;
using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Runtime.Tests.Tables.Support;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Runtime.Tests.Tables;

public sealed class BatchTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly Db db = new();

    [Fact]
    public async Task Write_OfMixedTypes_GroupsThemByTable()
    {
        var others = db.Client.Table<Metric>("other");
        var result = await db.Client.BatchWriteAsync(
            [db.Metrics.Put(new Metric("1", "a", 1)), others.Delete(Metric.Key("1", "a")), db.Runs.Delete(Run.Key("1"))],
            new BatchWriteOptions { ReturnConsumedCapacity = CapacityDetail.Total },
            Ct);
        Assert.Empty(result.Unprocessed);
        result.ThrowIfIncomplete();
        Assert.Equal(
            """{"RequestItems":{"tracking":[{"PutRequest":{"Item":{"pk":{"S":"RUN#1"},"sk":{"S":"METRIC#a"},"runId":{"S":"1"}""" +
            ""","name":{"S":"a"},"value":{"N":"1"}}}},{"DeleteRequest":{"Key":{"pk":{"S":"RUN#1"},"sk":{"S":"META"}}}}]""" +
            ""","other":[{"DeleteRequest":{"Key":{"pk":{"S":"RUN#1"},"sk":{"S":"METRIC#a"}}}}]},"ReturnConsumedCapacity":"TOTAL"}""",
            db.Sent);
    }

    [Fact]
    public async Task Write_OfAnyLength_SendsTwentyFiveAtATime()
    {
        await db.Client.BatchWriteAsync(Enumerable.Range(0, 60).Select(i => db.Metrics.Delete(Metric.Key("1", $"{i}"))), Ct);
        Assert.Equal([25, 25, 10], db.Transport.Requests.Select(r => r.Body.Split("DeleteRequest").Length - 1));
    }

    /// <summary>A control character is a byte to DynamoDB, and six in JSON: ten such items are 24 MB.</summary>
    [Fact]
    public async Task Write_OfLargeItems_KeepsEachRequestBelowItsLimit()
    {
        var text = new string('\u0001', 390_000);
        var others = db.Client.Table<Run>("other");
        List<string> ids = [.. Enumerable.Range(0, 10).Select(i => $"<{i}>")];
        await db.Client.BatchWriteAsync(ids.Select(id => (id[1] < '5' ? db.Runs : others).Put(new Run { RunId = id, Tags = [text] })), Ct);

        Assert.Equal(2, db.Transport.Requests.Count);
        Assert.All(db.Transport.Requests, static request => Assert.InRange(request.Body.Length, 1, 16 * 1024 * 1024));
        Assert.All(ids, id => Assert.Single(
            db.Transport.Requests, request => request.Body.Contains($"RUN#{id}\"", StringComparison.Ordinal)));
        foreach (var request in db.Transport.Requests)
        {
            using var json = JsonDocument.Parse(request.Body);
            Assert.All(
                json.RootElement.GetProperty("RequestItems").EnumerateObject(),
                static table => Assert.NotEqual(0, table.Value.GetArrayLength()));
        }
    }

    /// <summary>It was fit when it was looked at; what is in the table by then has to be told.</summary>
    [Fact]
    public async Task Write_OfAnItemThatChangesMeanwhile_TellsWhatDidNotGoThrough()
    {
        var last = new Run { RunId = "last" };
        db.Transport.Answer(() =>
        {
            last.Tags.Add(new string('x', 500_000));
            return "{}";
        });
        var error = await Assert.ThrowsAsync<BatchWriteException>(
            () => db.Client.BatchWriteAsync(
                [.. Enumerable.Range(0, 25).Select(i => db.Metrics.Put(new Metric("1", $"{i}", 1))), db.Runs.Put(last)], Ct));
        Assert.IsType<ItemTooLargeException>(error.InnerException);
        Assert.Single(error.Unprocessed);
        Assert.Single(db.Transport.Requests);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(24)]
    [InlineData(25)]
    [InlineData(59)]
    public async Task Write_WithOneItemThatIsRefused_SendsNothing(int position)
    {
        List<IWriteOperation> operations = [.. Enumerable.Range(0, 60).Select(i => db.Metrics.Put(new Metric("1", $"{i}", 1)))];
        operations[position] = db.Runs.Put(new Run { RunId = "1", Tags = [new string('x', 500_000)] });
        await Assert.ThrowsAsync<ItemTooLargeException>(() => db.Client.BatchWriteAsync(operations, Ct));
        Assert.Empty(db.Transport.Requests);
    }

    [Fact]
    public async Task Write_OfNothing_SendsNothing()
    {
        Assert.Empty((await db.Client.BatchWriteAsync([], Ct)).Unprocessed);
        Assert.Empty(db.Transport.Requests);
    }

    [Fact]
    public async Task Unprocessed_AreSentAgainWithTheRest()
    {
        db.Transport.Answer(
            """{"UnprocessedItems":{"tracking":[{"DeleteRequest":{"Key":{"sk":{"S":"METRIC#3"},"pk":{"S":"RUN#1"}}}},""" +
            """{"PutRequest":{"Item":{"value":{"N":"1"},"pk":{"S":"RUN#1"},"sk":{"S":"METRIC#put"}}}}]}}""");
        List<IWriteOperation> operations =
        [
            .. Enumerable.Range(0, 26).Select(i => db.Metrics.Delete(Metric.Key("1", $"{i}"))),
            db.Metrics.Put(new Metric("1", "last", 1)),
        ];
        operations.Insert(1, db.Metrics.Put(new Metric("1", "put", 1)));
        var result = await db.Client.BatchWriteAsync(operations, Ct);
        Assert.Empty(result.Unprocessed);
        Assert.Equal(2, db.Transport.Requests.Count);
        var second = db.Transport.Requests[1].Body;
        Assert.Contains("METRIC#3\"", second);
        Assert.Contains("METRIC#put", second);
        Assert.Contains("METRIC#last", second);
        Assert.Single(db.Clock.Waits);
    }

    [Fact]
    public async Task Unprocessed_ForEver_IsReportedAfterAllAttempts()
    {
        for (var i = 0; i < 20; i++)
        {
            db.Transport.Answer(
                """{"UnprocessedItems":{"tracking":[{"DeleteRequest":{"Key":{"pk":{"S":"RUN#1"},"sk":{"S":"METRIC#b"}}}}]}}""");
        }

        var stuck = db.Metrics.Delete(Metric.Key("1", "b"));
        var result = await db.Client.BatchWriteAsync([db.Metrics.Delete(Metric.Key("1", "a")), stuck], Ct);
        Assert.Same(stuck, Assert.Single(result.Unprocessed));
        Assert.Equal(new DynamoClientOptions().BatchAttempts, db.Transport.Requests.Count);
        Assert.All(db.Clock.Waits, wait => Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromSeconds(5)));
        Assert.Same(stuck, Assert.Single(Assert.Throws<BatchWriteException>(result.ThrowIfIncomplete).Unprocessed));
    }

    public static TheoryData<Exception> ThrottlesOfEveryKind =>
    [
        new ProvisionedThroughputExceededException("slow"),
        new RequestLimitExceededException("slow"),
        new ThrottlingException("slow"),
        WithCode("ThrottlingException"),
        WithCode("Throttling"),
        WithCode("RequestLimitExceeded"),
        WithCode("RequestLimitExceededException"),
        WithCode("TooManyRequestsException"),
        new AmazonDynamoDBException("slow") { StatusCode = HttpStatusCode.TooManyRequests },
    ];

    [Theory]
    [MemberData(nameof(ThrottlesOfEveryKind), DisableDiscoveryEnumeration = true)]
    public async Task Throttle_OfAWholeRequest_IsRetried(Exception throttle)
    {
        db.Transport.Fail(throttle);
        var result = await db.Client.BatchWriteAsync([db.Metrics.Delete(Metric.Key("1", "a"))], Ct);
        Assert.Empty(result.Unprocessed);
        Assert.Equal(2, db.Transport.Requests.Count);
    }

    [Fact]
    public async Task Failure_InTheMiddle_TellsWhatDidNotGoThrough()
    {
        db.Transport.Answer("{}").Fail(new InternalServerErrorException("broken"));
        var error = await Assert.ThrowsAsync<BatchWriteException>(
            () => db.Client.BatchWriteAsync(Enumerable.Range(0, 30).Select(i => db.Metrics.Delete(Metric.Key("1", $"{i}"))), Ct));
        Assert.Equal(5, error.Unprocessed.Count);
        Assert.IsType<InternalServerErrorException>(error.InnerException);
    }

    [Fact]
    public Task Write_WithACondition_IsRefused()
        => RefusesAsync("has a condition", [db.Runs.Put(new Run { RunId = "1" }).If(r => r.RunId.NotExists())]);

    [Fact]
    public Task Update_InABatch_IsRefused() => RefusesAsync("is an update", [db.Runs.Update(Run.Key("1")).Set(r => r.Status, "x")]);

    [Fact]
    public Task Check_InABatch_IsRefused() => RefusesAsync("only checks", [db.Runs.Check(Run.Key("1")).If(r => r.RunId.Exists())]);

    [Fact]
    public Task Write_OfOneItemTwice_IsRefused() =>
        RefusesAsync("two operations on one item", [db.Runs.Put(new Run { RunId = "1" }), db.Runs.Delete(Run.Key("1"))]);

    [Fact]
    public async Task Get_OfAnyLength_AsksForAHundredAtATime()
    {
        var result = await db.Metrics.BatchGetAsync(
            Enumerable.Range(0, 250).Select(i => Metric.Key("1", $"{i}")), new BatchGetOptions { ConsistentRead = true }, Ct);
        Assert.Empty(result.Items);
        Assert.Equal([100, 100, 50], db.Transport.Requests.Select(r => r.Body.Split("METRIC#").Length - 1));
        Assert.EndsWith("],\"ConsistentRead\":true}}}", db.Transport.Requests[0].Body);
    }

    [Fact]
    public async Task Get_OfMixedTypes_ReadsEachAsItsOwn()
    {
        db.Transport.Answer(
            """{"Responses":{"tracking":[{"pk":{"S":"RUN#1"},"sk":{"S":"METRIC#a"},"runId":{"S":"1"},"name":{"S":"a"}""" +
            ""","value":{"N":"1"}},{"runId":{"S":"1"},"sk":{"S":"META"},"pk":{"S":"RUN#1"}}]},"UnprocessedKeys":{}""" +
            ""","ConsumedCapacity":[{"TableName":"tracking","CapacityUnits":1}]}""");
        var run = db.Runs.Get(Run.Key("1"));
        var metric = db.Metrics.Get(Metric.Key("1", "a"));
        var result = await db.Client.BatchGetAsync(
            [run, metric], new BatchGetOptions { ReturnConsumedCapacity = CapacityDetail.Total }, Ct);
        Assert.Equal("1", result.Find(run)!.RunId);
        Assert.Equal(1, result.Find(metric)!.Value);
        Assert.Single(result.ConsumedCapacity);
        Assert.Equal(
            """{"RequestItems":{"tracking":{"Keys":[{"pk":{"S":"RUN#1"},"sk":{"S":"META"}},{"pk":{"S":"RUN#1"}""" +
            ""","sk":{"S":"METRIC#a"}}]}},"ReturnConsumedCapacity":"TOTAL"}""",
            db.Sent);
    }

    [Fact]
    public async Task Get_OfUnprocessedKeys_AsksAgain()
    {
        db.Transport.Answer(
            """{"Responses":{},"UnprocessedKeys":{"tracking":{"ConsistentRead":false""" +
            ""","Keys":[{"pk":{"S":"RUN#1"},"sk":{"S":"METRIC#b"}}]}}}""");
        await db.Metrics.BatchGetAsync([Metric.Key("1", "a"), Metric.Key("1", "b")], cancellationToken: Ct);
        Assert.Contains("METRIC#b", db.Transport.Requests[1].Body);
        Assert.DoesNotContain("METRIC#a", db.Transport.Requests[1].Body);
    }

    [Fact]
    public async Task Get_OfKeysThatNeverCome_ReportsThem()
    {
        for (var i = 0; i < 20; i++)
            db.Transport.Answer("""{"UnprocessedKeys":{"tracking":{"Keys":[{"pk":{"S":"RUN#1"},"sk":{"S":"METRIC#b"}}]}}}""");
        var result = await db.Metrics.BatchGetAsync([Metric.Key("1", "b")], cancellationToken: Ct);
        Assert.Equal([Metric.Key("1", "b")], result.Unprocessed);
        Assert.Throws<InvalidOperationException>(result.ThrowIfIncomplete);
    }

    [Fact]
    public async Task Get_OfSmallerTypes_AsksForTheUnionOfTheirAttributesInEachTable()
    {
        db.Transport.Answer(
            """{"Responses":{"tracking":[{"pk":{"S":"RUN#1"},"sk":{"S":"META"},"city":{"S":"x"},"status":{"S":"n"}},""" +
            """{"pk":{"S":"RUN#2"},"sk":{"S":"META"},"runId":{"S":"2"},"status":{"S":"m"},"city":{"N":"1"}}]""" +
            ""","other":[{"pk":{"S":"RUN#1"},"sk":{"S":"META"},"city":{"S":"y"}}]}}""");
        var place = db.Runs.Get(Run.Key("1")).As<Place>();
        var run = db.Runs.Get(Run.Key("2")).As<Run>();
        var other = db.Client.Table<Run>("other").Get(Run.Key("1")).As<Place>();
        var result = await db.Client.BatchGetAsync([place, other, run], new BatchGetOptions { ConsistentRead = true }, Ct);
        Assert.Equal((new Place("x"), new Place("y"), "m"), (result.Find(place), result.Find(other), result.Find(run)!.Status));
        Assert.Equal(
            """{"RequestItems":{"tracking":{"Keys":[{"pk":{"S":"RUN#1"},"sk":{"S":"META"}},{"pk":{"S":"RUN#2"},"sk":{"S":"META"}}]""" +
            ""","ConsistentRead":true,"ProjectionExpression":"#n0, #n1, #n2, #n3, #n4, #n5, #n6, #n7, #n8","ExpressionAttributeNames":""" +
            Names("city", "pk", "sk", "expiresAt", "runId", "experimentId", "startTime", "status", "tags") +
            """},"other":{"Keys":[{"pk":{"S":"RUN#1"},"sk":{"S":"META"}}],"ConsistentRead":true""" +
            ""","ProjectionExpression":"#n0, #n1, #n2, #n3","ExpressionAttributeNames":""" +
            Names("city", "pk", "sk", "expiresAt") +
            """}}}""",
            db.Sent);
    }

    [Fact]
    public async Task Get_OfAWholeItemBesideSmallerTypes_AsksForWholeItems()
    {
        await db.Client.BatchGetAsync([db.Runs.Get(Run.Key("1")).As<Place>(), db.Metrics.Get(Metric.Key("1", "a"))], cancellationToken: Ct);
        Assert.Equal(
            """{"RequestItems":{"tracking":{"Keys":[{"pk":{"S":"RUN#1"},"sk":{"S":"META"}},{"pk":{"S":"RUN#1"}""" +
            ""","sk":{"S":"METRIC#a"}}]}}}""",
            db.Sent);
    }

    [Fact]
    public async Task Get_OfSmallerTypes_AsksAgainForWhatIsUnprocessed()
    {
        db.Transport
            .Answer(
                """{"Responses":{"tracking":[{"pk":{"S":"RUN#1"},"sk":{"S":"META"},"city":{"S":"x"}}]}""" +
                ""","UnprocessedKeys":{"tracking":{"ProjectionExpression":"#n0","ExpressionAttributeNames":{"#n0":"city"}""" +
                ""","Keys":[{"pk":{"S":"RUN#2"},"sk":{"S":"META"}},{"pk":{"S":"RUN#3"},"sk":{"S":"META"}}]}}}""")
            .Answer(
                """{"Responses":{"tracking":[{"pk":{"S":"RUN#2"},"sk":{"S":"META"},"city":{"S":"y"},"expiresAt":{"N":"1"}},""" +
                """{"pk":{"S":"RUN#3"},"sk":{"S":"META"},"city":{"S":"z"},"expiresAt":{"N":"1"}}]}}""");
        List<ProjectedGet<Place>> gets =
        [
            db.Runs.Get(Run.Key("1")).As<Place>(),
            db.Runs.Get(Run.Key("2")).As<Place>(),
            db.Runs.Get(Run.Key("3")).IncludeExpired().As<Place>(),
        ];
        var result = await db.Client.BatchGetAsync(gets, cancellationToken: Ct);
        Assert.Equal([new Place("x"), null, new Place("z")], gets.Select(result.Find));
        Assert.Equal(
            """{"RequestItems":{"tracking":{"Keys":[{"pk":{"S":"RUN#2"},"sk":{"S":"META"}},{"pk":{"S":"RUN#3"},"sk":{"S":"META"}}]""" +
            ""","ProjectionExpression":"#n0, #n1, #n2, #n3","ExpressionAttributeNames":""" +
            """{"#n0":"city","#n1":"pk","#n2":"sk","#n3":"expiresAt"}}}}""",
            db.Transport.Requests[1].Body);
    }

    [Fact]
    public async Task Get_AnsweredWithAnotherItem_IsANamedError()
    {
        db.Transport.Answer("""{"Responses":{"tracking":[{"pk":{"S":"RUN#2"},"sk":{"S":"META"}}]}}""");
        var error = await Assert.ThrowsAsync<BatchGetException<BatchGetResult<Run>>>(
            () => db.Runs.BatchGetAsync([Run.Key("1")], cancellationToken: Ct));
        Assert.IsType<ItemFormatException>(error.InnerException);
    }

    [Fact]
    public async Task Get_ThatFailsOnTheWay_KeepsWhatItHasRead()
    {
        db.Transport
            .Answer(
                """{"Responses":{"tracking":[{"pk":{"S":"RUN#0"},"sk":{"S":"META"},"runId":{"S":"0"}}]}""" +
                ""","ConsumedCapacity":[{"TableName":"tracking","CapacityUnits":50}]}""")
            .Fail(new ResourceNotFoundException("gone"));
        var gets = Enumerable.Range(0, 130).Select(i => db.Runs.Get(Run.Key($"{i}"))).ToList();

        var error = await Assert.ThrowsAsync<BatchGetException<BatchGetResult>>(() => db.Client.BatchGetAsync(gets, Ct));

        Assert.IsType<ResourceNotFoundException>(error.InnerException);
        Assert.Equal("0", error.Result.Find(gets[0])!.RunId);
        Assert.Equal(30, error.Result.Unprocessed.Count);
        Assert.Equal(50, Assert.Single(error.Result.ConsumedCapacity).CapacityUnits);
        Assert.Null(error.Result.Find(gets[99]));
        Assert.Contains("did not get to", Assert.Throws<InvalidOperationException>(() => error.Result.Find(gets[100])).Message);
    }

    [Fact]
    public async Task Find_OfAGetThatWasNotSent_IsRefused()
    {
        var result = await db.Client.BatchGetAsync([db.Runs.Get(Run.Key("1"))], Ct);
        Assert.Contains("was sent", Assert.Throws<InvalidOperationException>(() => result.Find(db.Runs.Get(Run.Key("2")))).Message);
    }

    [Fact]
    public async Task Operation_ThatAsksForWhatABatchTellsAsAWhole_IsRefused()
    {
        await RefusesAsync("BatchWriteOptions", [db.Metrics.Delete(Metric.Key("1", "a")).ReturnConsumedCapacity()]);
        await RefusesAsync("size of its item collection", [db.Runs.Put(new Run { RunId = "1" }).ReturnItemCollectionMetrics()]);
        await RefusesReadAsync("BatchGetOptions", db.Runs.Get(Run.Key("1")).ConsistentRead());
        await RefusesReadAsync("BatchGetOptions", db.Runs.Get(Run.Key("1")).ConsistentRead().As<Place>());
        await RefusesReadAsync("BatchGetOptions", db.Runs.Get(Run.Key("1")).ReturnConsumedCapacity(CapacityDetail.Indexes));
    }

    [Fact]
    public async Task Metrics_OfAllRequests_AreTold()
    {
        db.Transport.Answer(
            """{"ItemCollectionMetrics":{"tracking":[{"ItemCollectionKey":{"pk":{"S":"a"}},"SizeEstimateRangeGB":[0,1]}]}""" +
            ""","ConsumedCapacity":[{"TableName":"tracking","CapacityUnits":25}]}""");
        db.Transport.Answer(
            """{"ItemCollectionMetrics":{"tracking":[{"ItemCollectionKey":{"pk":{"S":"a"}},"SizeEstimateRangeGB":[1,2]}],"other":[]}}""");
        var deletes = Enumerable.Range(0, 26).Select(i => db.Metrics.Delete(Metric.Key("1", $"{i}")));
        var result = await db.Client.BatchWriteAsync(
            deletes, new BatchWriteOptions { ReturnConsumedCapacity = CapacityDetail.Total, ReturnItemCollectionMetrics = true }, Ct);
        Assert.Equal([0, 1], result.ItemCollectionMetrics["tracking"].Select(one => one.LowerBoundGigabytes));
        Assert.Equal(25, Assert.Single(result.ConsumedCapacity).CapacityUnits);
        Assert.All(db.Transport.Requests, request => Assert.EndsWith(
            ""","ReturnConsumedCapacity":"TOTAL","ReturnItemCollectionMetrics":"SIZE"}""", request.Body));
    }

    private static AmazonDynamoDBException WithCode(string code) => new("slow") { ErrorCode = code };

    private static string Names(params IEnumerable<string> attributes) =>
        $"{{{string.Join(',', attributes.Select((name, i) => $"\"#n{i}\":\"{name}\""))}}}";

    private async Task RefusesReadAsync(string reason, IGetOperation operation)
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => db.Client.BatchGetAsync([operation], cancellationToken: Ct));
        Assert.Contains(reason, error.Message);
        Assert.Empty(db.Transport.Requests);
    }

    private async Task RefusesAsync(string reason, IEnumerable<IWriteOperation> operations)
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => db.Client.BatchWriteAsync(operations, Ct));
        Assert.Contains(reason, error.Message);
        Assert.Empty(db.Transport.Requests);
    }
}
