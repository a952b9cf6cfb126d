using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Runtime.Tests.Tables.Support;
using DynamoToolkit.Transport;

namespace DynamoToolkit.Runtime.Tests.Tables;

public sealed class KeyBatchTests
{
    private const string Nothing = """{"Responses":{"tracking":[]},"UnprocessedKeys":{}}""";

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly Db db = new();

    [Fact]
    public async Task BatchGet_OfKeys_SendsThemAndReadsTheItems()
    {
        db.Transport.Answer(
            """{"Responses":{"tracking":[{"name":{"S":"loss"},"runId":{"S":"1"},"value":{"N":"2"}},""" +
            """{"runId":{"S":"1"},"value":{"N":"3"},"name":{"S":"rate"}}]}}""");
        var result = await db.Metrics.BatchGetAsync(
            [Metric.Key("1", "loss"), Metric.Key("1", "rate"), Metric.Key("1", "none")], new BatchGetOptions { ConsistentRead = true }, Ct);
        Assert.Equal(
            """{"RequestItems":{"tracking":{"Keys":[{"pk":{"S":"RUN#1"},"sk":{"S":"METRIC#loss"}},{"pk":{"S":"RUN#1"}""" +
            ""","sk":{"S":"METRIC#rate"}},{"pk":{"S":"RUN#1"},"sk":{"S":"METRIC#none"}}],"ConsistentRead":true}}}""",
            db.Sent);
        Assert.Equal(DynamoOperation.BatchGetItem, db.Operation);
        Assert.Equal([new Metric("1", "loss", 2), new Metric("1", "rate", 3)], result.Items);
        Assert.Empty(result.Unprocessed);
    }

    [Fact]
    public async Task BatchGet_OfMoreKeysThanARequestTakes_SendsSeveralRequests()
    {
        db.Transport.Answer(Nothing).Answer(Nothing).Answer(Nothing);
        await db.Metrics.BatchGetAsync(Enumerable.Range(0, 201).Select(number => Metric.Key("1", $"m{number}")), cancellationToken: Ct);
        Assert.Equal([100, 100, 1], db.Transport.Requests.Select(request => request.Body.Split("METRIC#").Length - 1));
    }

    [Fact]
    public async Task BatchGet_WithKeysThatComeBackUnprocessed_AsksForThoseAgain()
    {
        db.Transport
            .Answer(
                """{"Responses":{},"UnprocessedKeys":{"tracking":{"ConsistentRead":false""" +
                ""","Keys":[{"sk":{"S":"METRIC#b"},"pk":{"S":"RUN#1"}}]}}}""")
            .Answer("""{"Responses":{"tracking":[{"runId":{"S":"1"},"name":{"S":"b"},"value":{"N":"5"}}]}}""");
        var result = await db.Metrics.BatchGetAsync([Metric.Key("1", "a"), Metric.Key("1", "b")], cancellationToken: Ct);
        Assert.Equal([new Metric("1", "b", 5)], result.Items);
        Assert.Equal(
            """{"RequestItems":{"tracking":{"Keys":[{"pk":{"S":"RUN#1"},"sk":{"S":"METRIC#b"}}]}}}""", db.Transport.Requests[1].Body);
        Assert.Single(db.Clock.Waits);
    }

    [Fact]
    public async Task BatchGet_ThatIsThrottledForGood_ReportsItsKeys()
    {
        for (var i = 0; i < 10; i++)
            db.Transport.Fail(new ProvisionedThroughputExceededException("Slow down."));
        var result = await db.Metrics.BatchGetAsync([Metric.Key("1", "a"), Metric.Key("1", "b")], cancellationToken: Ct);
        Assert.Equal([Metric.Key("1", "a"), Metric.Key("1", "b")], result.Unprocessed);
        Assert.Throws<InvalidOperationException>(result.ThrowIfIncomplete);
    }

    [Fact]
    public async Task BatchGet_OfExpiredItems_LeavesThemOut()
    {
        var past = TestClock.Noon.ToUnixTimeSeconds() - 1;
        db.Transport.Answer($$$"""{"Responses":{"tracking":[{"runId":{"S":"1"},"expiresAt":{"N":"{{{past}}}"}}]}}""");
        Assert.Empty((await db.Runs.BatchGetAsync([Run.Key("1")], cancellationToken: Ct)).Items);
    }

    [Fact]
    public async Task BatchGet_AsASmallerType_AsksForItsAttributesInEveryRequest()
    {
        db.Transport
            .Answer(
                """{"Responses":{"tracking":[{"pk":{"S":"RUN#1"},"city":{"S":"x"}},{"pk":{"S":"RUN#2"},"city":{"S":"gone"}""" +
                ""","expiresAt":{"N":"1"}}]}""" +
                ""","UnprocessedKeys":{"tracking":{"ProjectionExpression":"#n0","ExpressionAttributeNames":{"#n0":"city"}""" +
                ""","Keys":[{"pk":{"S":"RUN#3"},"sk":{"S":"META"}}]}}}""")
            .Answer("""{"Responses":{"tracking":[{"pk":{"S":"RUN#3"},"city":{"S":"z"}}]}}""");
        var result = await db.Runs.BatchGetAsync<Place>([Run.Key("1"), Run.Key("2"), Run.Key("3")], cancellationToken: Ct);
        Assert.Equal([new Place("x"), new Place("z")], result.Items);
        Assert.Empty(result.Unprocessed);
        Assert.Empty(result.ConsumedCapacity);
        const string projection =
            ""","ProjectionExpression":"#n0, #n1, #n2, #n3","ExpressionAttributeNames":""" +
            """{"#n0":"city","#n1":"pk","#n2":"sk","#n3":"expiresAt"}}}}""";
        Assert.All(db.Transport.Requests, request => Assert.EndsWith(projection, request.Body));
    }

    [Fact]
    public async Task BatchGet_AskedForCapacity_ReportsThatOfEachRequest()
    {
        db.Transport
            .Answer(
                """{"ConsumedCapacity":[{"TableName":"tracking","CapacityUnits":1.5,"Table":{"CapacityUnits":1.5}}]""" +
                ""","UnprocessedKeys":{"tracking":{"Keys":[{"pk":{"S":"RUN#1"},"sk":{"S":"METRIC#b"}}]}}}""")
            .Answer("""{"ConsumedCapacity":[{"TableName":"tracking","CapacityUnits":0.5,"Table":{"CapacityUnits":0.5}}]}""");
        var result = await db.Metrics.BatchGetAsync(
            [Metric.Key("1", "a"), Metric.Key("1", "b")],
            new BatchGetOptions { ConsistentRead = true, ReturnConsumedCapacity = CapacityDetail.Indexes },
            Ct);
        Assert.Equal([(1.5, 1.5), (0.5, 0.5)], result.ConsumedCapacity.Select(static used => (used.CapacityUnits, used.TableUnits!.Value)));
        Assert.EndsWith("""],"ConsistentRead":true}},"ReturnConsumedCapacity":"INDEXES"}""", db.Transport.Requests[1].Body);
    }

    [Fact]
    public async Task BatchGet_ThatFailsOnTheWay_KeepsWhatItHasRead()
    {
        db.Transport
            .Answer("""{"Responses":{"tracking":[{"runId":{"S":"1"},"name":{"S":"0"},"value":{"N":"5"}}]}}""")
            .Fail(new ResourceNotFoundException("gone"));

        var error = await Assert.ThrowsAsync<BatchGetException<BatchGetResult<Metric>>>(
            () => db.Metrics.BatchGetAsync(Enumerable.Range(0, 130).Select(i => Metric.Key("1", $"{i}")), Ct));

        Assert.IsType<ResourceNotFoundException>(error.InnerException);
        Assert.Equal(5, Assert.Single(error.Result.Items).Value);
        Assert.Equal(Enumerable.Range(100, 30).Select(i => Metric.Key("1", $"{i}")).ToHashSet(), error.Result.Unprocessed.ToHashSet());
    }

    [Fact]
    public async Task BatchGet_OfAKeyTwice_FailsBeforeSending()
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(
            () => db.Metrics.BatchGetAsync([Metric.Key("1", "a"), Metric.Key("1", "a")], cancellationToken: Ct));
        Assert.Contains("two operations on one item", error.Message, StringComparison.Ordinal);
        Assert.Empty(db.Transport.Requests);
    }
}
