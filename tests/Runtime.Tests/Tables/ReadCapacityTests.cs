using DynamoToolkit.Runtime.Tests.Tables.Support;

namespace DynamoToolkit.Runtime.Tests.Tables;

/// <summary>The capacity that reads tell as their responses come.</summary>
public sealed class ReadCapacityTests
{
    private const string Item = """{"pk":{"S":"RUN#1"},"sk":{"S":"METRIC#a"},"runId":{"S":"1"},"name":{"S":"a"},"value":{"N":"1"}}""";

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly Db db = new();
    private readonly List<double> units = [];

    [Fact]
    public async Task Enumeration_TellsEveryResponse()
    {
        Answers();
        Assert.Equal(2, (await Query().ToListAsync(Ct)).Count);
        Assert.Equal([1.5, 2], units);
        Assert.All(db.Transport.Requests, request => Assert.Contains("\"ReturnConsumedCapacity\":\"INDEXES\"", request.Body));
    }

    [Fact]
    public async Task FirstItem_TellsItsResponse_WhereverTheCapacityIsInIt()
    {
        db.Transport.Answer(
            $$$"""{"Items":[{{{Item}}},{{{Item}}}],"Count":2,"ConsumedCapacity":{"TableName":"tracking","CapacityUnits":3}}""");
        Assert.NotNull(await Query().FirstOrDefaultAsync(Ct));
        Assert.Equal([3], units);
    }

    [Fact]
    public async Task Count_TellsEveryResponse()
    {
        Answers();
        await Query().CountAsync(Ct);
        Assert.Equal([1.5, 2], units);
    }

    [Fact]
    public async Task SequencesMadeOfTheRead_TellEveryResponse()
    {
        Answers();
        await Query().As<Place>().ToListAsync(Ct);
        Answers();
        await Query().As(new ItemKinds<object>().Add<Metric>()).ToListAsync(Ct);
        Assert.Equal([1.5, 2, 1.5, 2], units);
    }

    [Fact]
    public async Task Page_TellsItsResponsesAndTheirSum()
    {
        Answers();
        var page = await Query().Limit(5).GetPageAsync(null, Ct);
        Assert.Equal([1.5, 2], units);
        Assert.Equal(3.5, page.ConsumedCapacity!.CapacityUnits);
    }

    [Fact]
    public async Task Response_WithoutCapacity_TellsNothing()
    {
        db.Transport.Answer("""{"Items":[],"ConsumedCapacity":null}""");
        await Query().ToListAsync(Ct);
        Assert.Empty(units);
    }

    [Fact]
    public async Task WhatTheCallThrows_EndsTheRead()
    {
        Answers();
        var query = db.Metrics.Query(Metric.Partition("1")).ReturnConsumedCapacity(static _ => throw new TimeoutException("too much"));
        Assert.Equal("too much", (await Assert.ThrowsAsync<TimeoutException>(() => query.ToListAsync(Ct))).Message);
        Assert.Single(db.Transport.Requests);
    }

    [Fact]
    public void Detail_ThatTellsNothing_IsRefused() =>
        Assert.Contains(
            "callback would never run",
            Assert.Throws<ArgumentException>(() => db.Metrics.Scan().ReturnConsumedCapacity(static _ => { }, CapacityDetail.None)).Message);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ParallelScan_TellsOneResponseAtATime(bool isCount)
    {
        const int segments = 8;
        using var transport = new SimultaneousTransport(
            segments, $$$"""{"Items":[{{{Item}}}],"Count":1,"ConsumedCapacity":{"TableName":"tracking","CapacityUnits":1}}""");
        using var client = new DynamoClient(transport);
        int inside = 0, most = 0, calls = 0;
        var threads = new HashSet<int>();
        var scan = client.Table<Metric>().Scan().InParallel(segments).ReturnConsumedCapacity(_ =>
        {
            most = Math.Max(most, Interlocked.Increment(ref inside));
            threads.Add(Environment.CurrentManagedThreadId);
            Thread.Sleep(5);
            calls++;
            Interlocked.Decrement(ref inside);
        });
        Assert.Equal(segments, isCount ? await scan.CountAsync(Ct) : (await scan.ToListAsync(Ct)).Count);
        Assert.Equal((1, segments), (most, calls));
        Assert.True(threads.Count > 1, "All responses came on one thread, so that the test proves nothing.");
    }

    private Query<Metric> Query() =>
        db.Metrics.Query(Metric.Partition("1")).ReturnConsumedCapacity(
            capacity => units.Add(capacity.CapacityUnits), CapacityDetail.Indexes);

    private void Answers() => db.Transport
        .Answer(
            $$$$"""{"ConsumedCapacity":{"TableName":"tracking","CapacityUnits":1.5},"Count":1,"Items":[{{{{Item}}}}]""" +
            $$$$""","LastEvaluatedKey":{"pk":{"S":"RUN#1"},"sk":{"S":"METRIC#a"}}}""")
        .Answer($$$$"""{"Items":[{{{{Item}}}}],"Count":1,"ConsumedCapacity":{"TableName":"tracking","CapacityUnits":2}}""");
}
