using DynamoToolkit.Expressions;
using DynamoToolkit.Runtime.Tests.Tables.Support;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Runtime.Tests.Tables;

public sealed class QueryTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly Db db = new();

    [Fact]
    public async Task Query_OfAType_ReadsOnlyItsOwnSortKeys()
    {
        await db.Metrics.Query(Metric.Partition("1")).ToListAsync(Ct);
        Assert.Equal(
            """{"TableName":"tracking","KeyConditionExpression":"#n0 = :v0 AND begins_with(#n1, :v1)","ExpressionAttributeNames":""" +
            """{"#n0":"pk","#n1":"sk"},"ExpressionAttributeValues":{":v0":{"S":"RUN#1"},":v1":{"S":"METRIC#"}}}""",
            db.Sent);
        Assert.Equal(DynamoOperation.Query, db.Operation);
    }

    [Fact]
    public async Task Query_OfATypeWithAConstantSortKey_AsksForThatKey()
    {
        await db.Runs.Query(Run.Partition("1")).IncludeExpired().ToListAsync(Ct);
        Assert.Contains("""#n0 = :v0 AND #n1 = :v1""", db.Sent);
        Assert.Contains(""":v1":{"S":"META"}""", db.Sent);
    }

    [Fact]
    public async Task Query_WithAllOptions_SendsThem()
    {
        await db.Metrics.Query(Metric.Partition("1"), SortKeyCondition<Metric>.StartsWith(Metric.SortValue("lo")))
            .Where(new Attribute<double, DoubleConverter>("value") > 1)
            .Descending().ConsistentRead().PageSize(7).ReturnConsumedCapacity()
            .ToListAsync(Ct);
        Assert.Equal(
            """{"TableName":"tracking","KeyConditionExpression":"#n0 = :v0 AND begins_with(#n1, :v1)","ScanIndexForward":false""" +
            ""","FilterExpression":"#n2 > :v2","ExpressionAttributeNames":{"#n0":"pk","#n1":"sk","#n2":"value"}""" +
            ""","ExpressionAttributeValues":{":v0":{"S":"RUN#1"},":v1":{"S":"METRIC#lo"},":v2":{"N":"1"}},"ConsistentRead":true""" +
            ""","Limit":7,"ReturnConsumedCapacity":"TOTAL"}""",
            db.Sent);
    }

    [Theory]
    [InlineData("AtMost", "METRIC#", "METRIC#m")]
    [InlineData("LessThan", "METRIC#", "METRIC#l\U0010FFFF")]
    [InlineData("GreaterThan", "METRIC#m\0", "METRIC#\U0010FFFF")]
    [InlineData("AtLeast", "METRIC#m", "METRIC#\U0010FFFF")]
    public async Task Comparison_OnASortKeyWithAConstantBeginning_StaysWithinIt(string kind, string low, string high)
    {
        var value = Metric.SortValue("m");
        var condition = kind switch
        {
            "AtMost" => SortKeyCondition<Metric>.AtMost(value),
            "LessThan" => SortKeyCondition<Metric>.LessThan(value),
            "GreaterThan" => SortKeyCondition<Metric>.GreaterThan(value),
            _ => SortKeyCondition<Metric>.AtLeast(value),
        };
        await db.Metrics.Query(Metric.Partition("1"), condition).ToListAsync(Ct);
        Assert.Contains("#n1 BETWEEN :v1 AND :v2", db.Sent);
        using var json = System.Text.Json.JsonDocument.Parse(db.Sent);
        var values = json.RootElement.GetProperty("ExpressionAttributeValues");
        Assert.Equal(low, values.GetProperty(":v1").GetProperty("S").GetString());
        Assert.StartsWith(high, values.GetProperty(":v2").GetProperty("S").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task LessThan_TheBeginningOfAllKeys_IsARangeThatDynamoDBTakes(bool isComposed)
    {
        var least = KeyValue.Of("METRIC#");
        var condition = isComposed ? SortKeyCondition<Metric>.LessThan(least, "METRIC#") : SortKeyCondition<Metric>.LessThan(least);
        await db.Metrics.Query(Metric.Partition("1"), condition).ToListAsync(Ct);
        Assert.Contains("#n1 = :v1", db.Sent);
        Assert.Contains("\"METRIC#\U0010FFFF", db.Sent);
    }

    [Fact]
    public void Between_WithItsEndsSwapped_IsRefused()
    {
        var between = SortKeyCondition<Metric>.Between(KeyValue.Of("METRIC#b"), KeyValue.Of("METRIC#a"));
        Assert.Contains("Swap", Assert.Throws<ArgumentException>(() => db.Metrics.Query(Metric.Partition("1"), between)).Message);
        db.Metrics.Query(
            Metric.Partition("1"), SortKeyCondition<Metric>.Between(KeyValue.Of("METRIC#\uFFFD"), KeyValue.Of("METRIC#\U00010000")));
    }

    [Fact]
    public void SortKey_OfAnotherType_IsRefused() =>
        Assert.Throws<ArgumentException>(
            () => db.Metrics.Query(Metric.Partition("1"), SortKeyCondition<Metric>.AtLeast(KeyValue.Of("META"))));

    [Fact]
    public void Filter_OnAKey_IsRefused()
    {
        var sk = new Attribute<string, StringConverter>("sk");
        Assert.Contains("'sk'", Assert.Throws<ArgumentException>(() => db.Metrics.Query(Metric.Partition("1")).Where(sk == "x")).Message);
    }

    [Fact]
    public async Task Items_WithTimeToLive_AreFilteredByTheService()
    {
        await db.Runs.Query(Run.Partition("1")).Where(r => r.Status == "x").ToListAsync(Ct);
        Assert.Contains("\"FilterExpression\":\"#n2 = :v2 AND NOT (#n3 <= :v3)\"", db.Sent);
        Assert.Contains($"\":v3\":{{\"N\":\"{TestClock.Noon.ToUnixTimeSeconds()}\"}}", db.Sent);
    }

    [Fact]
    public async Task Items_OfAnIndexByTimeToLive_AreFilteredHere()
    {
        const string answer = """
            {"Count":2,"Items":[
            {"pk":{"S":"RUN#1"},"runId":{"S":"1"},"expiresAt":{"N":"1"}},
            {"pk":{"S":"RUN#2"},"runId":{"S":"2"},"expiresAt":{"N":"99999999999"}}]}
            """;
        db.Transport.Answer(answer).Answer(answer).Answer(answer);
        var partition = new IndexPartition<Run, Run.ByExperimentAttributes>("byExpiry", KeyValue.Of("fr"));
        Assert.Equal("2", Assert.Single(await db.Runs.Query(partition).ToListAsync(Ct)).RunId);
        Assert.Equal(1, await db.Runs.Query(partition).CountAsync(Ct));
        Assert.Equal("2", Assert.Single((await db.Runs.Query(partition).GetPageAsync(null, Ct)).Items).RunId);
        Assert.All(db.Transport.Requests, request => Assert.DoesNotContain("expiresAt\":", request.Body));
    }

    [Fact]
    public async Task IndexQuery_NamesTheIndexAndFiltersByItsTokens()
    {
        await db.Runs.Query(Run.ByExperiment("7"), SortKeyCondition<Run.ByExperimentAttributes>.AtLeast(KeyValue.Of(5)))
            .Where(r => r.Status == "x").Descending().IncludeExpired().ToListAsync(Ct);
        Assert.Equal(
            """{"TableName":"tracking","IndexName":"byExperiment","KeyConditionExpression":"#n0 = :v0 AND #n1 >=""" +
            """ :v1","ScanIndexForward":false,"FilterExpression":"begins_with(#n2, :v2) AND """ +
            """#n3 = :v3 AND #n4 = :v4","ExpressionAttributeNames":""" +
            """{"#n0":"byExperiment_pk","#n1":"startTime","#n2":"pk","#n3":"sk","#n4":"status"},"ExpressionAttributeValues":""" +
            """{":v0":{"S":"EXP#7"},":v1":{"N":"5"},":v2":{"S":"RUN#"},":v3":{"S":"META"},":v4":{"S":"x"}}}""",
            db.Sent);
    }

    [Fact]
    public async Task Type_WithADiscriminator_ReadsOnlyItsOwnItems()
    {
        var dogs = db.Client.Table<Dog>();
        await dogs.Query(new PartitionKeyCondition<Dog>(KeyValue.Of("1"))).ToListAsync(Ct);
        await dogs.Scan().ToListAsync(Ct);
        Assert.All(db.Transport.Requests, request => Assert.Contains("\"FilterExpression\":\"#n", request.Body));
        Assert.All(db.Transport.Requests, request => Assert.Contains("{\"S\":\"dog\"}", request.Body));
    }

    [Fact]
    public async Task IndexQuery_OnSeveralKeyAttributes_GivesThemFromTheLeft()
    {
        var sort = SortKeyCondition<Run.ByExperimentAttributes>.LessThan(KeyValue.Of(9)).After(KeyValue.Of("done"));
        await db.Runs.Query(Run.ByPlace(KeyValue.Of("fr"), KeyValue.Of("lyon")), sort).IncludeExpired().ToListAsync(Ct);
        Assert.Contains("\"KeyConditionExpression\":\"#n0 = :v0 AND #n1 = :v1 AND #n2 = :v2 AND #n3 < :v3\"", db.Sent);
        Assert.Throws<ArgumentException>(() => db.Runs.Query(Run.ByPlace(KeyValue.Of("fr"))));
    }

    [Fact]
    public async Task Enumeration_FollowsThePages()
    {
        db.Transport
            .Answer(
                $$$$"""{"Count":2,"Items":[{{{{Item("a")}}}},{{{{Item("b")}}}}],"ScannedCount":2""" +
                $$$$""","LastEvaluatedKey":{"pk":{"S":"RUN#1"},"sk":{"S":"METRIC#b"}}}""")
            .Answer("""{"Items":[],"LastEvaluatedKey":{"pk":{"S":"RUN#1"},"sk":{"S":"METRIC#c"}}}""")
            .Answer($$$$"""{ "LastEvaluatedKey" : null, "Items" : [ {{{{Item("d")}}}} ] }""");
        List<string> names = [];
        await foreach (var metric in db.Metrics.Query(Metric.Partition("1")).WithCancellation(Ct))
            names.Add(metric.Name);
        Assert.Equal(["a", "b", "d"], names);
        Assert.EndsWith(""","ExclusiveStartKey":{"pk":{"S":"RUN#1"},"sk":{"S":"METRIC#c"}}}""", db.Transport.Requests[2].Body);
    }

    [Fact]
    public async Task Limit_WithoutFilter_IsAskedOfTheService()
    {
        db.Transport.Answer($$$$"""{"Items":[{{{{Item("a")}}}}],"LastEvaluatedKey":{"pk":{"S":"RUN#1"},"sk":{"S":"METRIC#a"}}}""");
        Assert.Equal("a", (await db.Metrics.Query(Metric.Partition("1")).FirstOrDefaultAsync(Ct))!.Name);
        Assert.Contains("\"Limit\":1", db.Sent);
    }

    [Fact]
    public async Task Limit_WithFilter_ReadsMoreAndMoreUntilItIsReached()
    {
        const string more = """{"Items":[],"LastEvaluatedKey":{"pk":{"S":"RUN#1"},"sk":{"S":"METRIC#a"}}}""";
        db.Transport.Answer(more).Answer(more).Answer($$$$"""{"Items":[{{{{Item("x")}}}},{{{{Item("y")}}}}]}""");
        var value = new Attribute<double, DoubleConverter>("value");
        var found = await db.Metrics.Query(Metric.Partition("1")).Where(value > 1).Limit(1).ToListAsync(Ct);
        Assert.Equal("x", Assert.Single(found).Name);
        Assert.Contains("\"Limit\":4}", db.Transport.Requests[0].Body);
        Assert.Contains("\"Limit\":16,", db.Transport.Requests[1].Body);
        Assert.Contains("\"Limit\":64,", db.Transport.Requests[2].Body);
    }

    [Fact]
    public async Task Count_ByTheService_AddsThePages()
    {
        db.Transport.Answer("""{"Count":2,"ScannedCount":5,"LastEvaluatedKey":{"pk":{"S":"1"}}}""").Answer("""{"Count":3}""");
        Assert.Equal(5, await db.Client.Table<Dog>().Query(new PartitionKeyCondition<Dog>(KeyValue.Of("1"))).CountAsync(Ct));
        Assert.Contains("\"Select\":\"COUNT\"", db.Transport.Requests[0].Body);
    }

    [Fact]
    public async Task Count_OfATypeThatSharesThePartition_ReadsTheKeysAndCountsItsOwn()
    {
        db.Transport
            .Answer("""
                {"Items":[{"sk":{"S":"METRIC#a"}},{"sk":{"S":"METRIC#a#1"}}],
                "LastEvaluatedKey":{"pk":{"S":"RUN#1"},"sk":{"S":"METRIC#a"}}}
                """)
            .Answer("""{"Items":[{"sk":{"S":"METRIC#b%23"}},{"sk":{"S":"METRIC#%"}}]}""");
        Assert.Equal(2, await db.Metrics.Query(Metric.Partition("1")).CountAsync(Ct));
        Assert.Contains("\"ProjectionExpression\":\"#n1\"", db.Transport.Requests[0].Body);
    }

    [Fact]
    public async Task Projection_AsksForTheAttributesOfTheSmallerTypeAndTheKeys()
    {
        db.Transport.Answer("""{"Items":[{"city":{"S":"x"},"sk":{"S":"METRIC#a"}},{"city":{"S":"y"},"sk":{"S":"METRIC#a#1"}}]}""");
        var places = await db.Metrics.Query(Metric.Partition("1")).As<Place>().ToListAsync(Ct);
        Assert.Equal([new Place("x")], places);
        Assert.Contains("\"ProjectionExpression\":\"#n2, #n0, #n1\"", db.Sent);
    }

    [Fact]
    public async Task Scan_OfATypeInASharedTable_ReturnsThatTypeOnly()
    {
        await db.Runs.Scan().IncludeExpired().ConsistentRead().ToListAsync(Ct);
        Assert.Equal(
            """{"TableName":"tracking","FilterExpression":"begins_with(#n0, :v0) AND #n1 = :v1","ExpressionAttributeNames":""" +
            """{"#n0":"pk","#n1":"sk"},"ExpressionAttributeValues":{":v0":{"S":"RUN#"},":v1":{"S":"META"}},"ConsistentRead":true}""",
            db.Sent);
        Assert.Equal(DynamoOperation.Scan, db.Operation);
    }

    [Fact]
    public async Task ParallelScan_ReadsEverySegment()
    {
        for (var i = 0; i < 3; i++)
            db.Transport.Answer($$$$"""{"Items":[{{{{Item("a")}}}},{{{{Item("b")}}}}]}""");
        var metrics = await db.Metrics.Scan().InParallel(3).ToListAsync(Ct);
        Assert.Equal(6, metrics.Count);
        Assert.Equal([0, 1, 2], db.Transport.Requests.Select(r => int.Parse(r.Body.Split("\"Segment\":")[1][..1])).Order());
        Assert.All(db.Transport.Requests, r => Assert.Contains("\"TotalSegments\":3", r.Body));
    }

    [Fact]
    public async Task ParallelScan_OfASmallerTypeOrSeveralTypes_ReadsEverySegment()
    {
        // It answers only when all segments ask.
        using var transport = new SimultaneousTransport(3, $$$$"""{"Items":[{{{{Item("a")}}}}]}""");
        using var client = new DynamoClient(transport);
        var scan = client.Table<Metric>().Scan().InParallel(3);
        Assert.Equal(3, (await scan.As<Place>().ToListAsync(Ct)).Count);
        Assert.Equal(3, (await scan.As(new ItemKinds<object>().Add<Metric>()).ToListAsync(Ct)).Count);
        Assert.Equal(3, await scan.As(new ItemKinds<object>().Add<Metric>()).CountAsync(Ct));
        await Assert.ThrowsAsync<InvalidOperationException>(() => scan.As<Place>().GetPageAsync(null, Ct));
    }

    [Fact]
    public async Task ParallelScan_ForTheFirstItem_ReadsInTurn()
    {
        db.Transport.Answer($$$$"""{"Items":[{{{{Item("a")}}}}]}""");
        Assert.Equal("a", (await db.Metrics.Scan().InParallel(3).FirstOrDefaultAsync(Ct))!.Name);
        Assert.DoesNotContain("Segment", db.Sent);
    }

    [Fact]
    public async Task Scan_AsAsyncEnumerable_IsReadByLinq()
    {
        db.Transport.Answer($$$$"""{"Items":[{{{{Item("a")}}}},{{{{Item("b")}}}}]}""");
        Assert.Equal("b", await db.Metrics.Scan().AsAsyncEnumerable().Select(metric => metric.Name).LastAsync(Ct));
    }

    [Fact]
    public async Task ParallelScan_WhenAPartFails_Fails()
    {
        db.Transport.Answer("""{"Items":[]}""").Fail(new TimeoutException("part"));
        var error = await Assert.ThrowsAsync<TimeoutException>(() => db.Metrics.Scan().InParallel(2).ToListAsync(Ct));
        Assert.Equal("part", error.Message);
    }

    [Fact]
    public async Task ParallelScan_LeftEarly_Ends()
    {
        var page = $$$$"""{"Items":[{{{{string.Join(",", Enumerable.Repeat(Item("a"), 600))}}}}]}""";
        db.Transport.Answer(page).Answer(page);
        Assert.Equal(3, (await db.Metrics.Scan().InParallel(2).Limit(3).ToListAsync(Ct)).Count);
    }

    private static string Item(string name)
        => $$$"""{"pk":{"S":"RUN#1"},"sk":{"S":"METRIC#{{{name}}}"},"runId":{"S":"1"},"name":{"S":"{{{name}}}"},"value":{"N":"1"}}""";
}
