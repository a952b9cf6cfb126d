using DynamoToolkit.Local.Tests.Kit;
using Microsoft.Extensions.Time.Testing;

namespace DynamoToolkit.Local.Tests.Streams;

public sealed class StreamLifetimeTests : IAsyncLifetime
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private LocalDynamo engine = null!;
    private string arn = null!;

    public async ValueTask InitializeAsync()
    {
        engine = LocalDynamo.InMemory(new() { TimeProvider = time, ExpiryInterval = Timeout.InfiniteTimeSpan });
        await engine.CreateTableAsync();
        await engine.EnableStreamAsync();
        arn = await engine.StreamArnAsync();
    }

    public ValueTask DisposeAsync()
    {
        engine.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Records_OlderThanADay_AreGoneAndCannotBeReached(bool sweep)
    {
        await engine.PutAsync("old", 1);
        time.Advance(TimeSpan.FromHours(1));
        await engine.PutAsync("new", 2);
        var shard = Assert.Single(await engine.ShardsAsync(arn));
        var sequences = (await engine.RecordsAsync(arn)).Select(StreamRequests.Sequence).ToList();

        time.Advance(TimeSpan.FromHours(23) + TimeSpan.FromMinutes(-5));
        var iterator = await engine.IteratorAsync(arn, shard);
        var within = await engine.RecordsAsync(arn);
        time.Advance(TimeSpan.FromMinutes(6));
        if (sweep)
            engine.DeleteExpired();

        Assert.Equal(["INSERT old >1", "INSERT new >2"], within.Select(StreamRequests.Summary));
        Assert.Equal(["INSERT new >2"], (await engine.RecordsAsync(arn)).Select(StreamRequests.Summary));
        Assert.Equal("TrimmedDataAccessException", (await engine.FailAsync("GetRecords", StreamRequests.RecordsRequest(iterator))).Type);
        Assert.Equal(
            "TrimmedDataAccessException",
            (await engine.FailAsync(
                "GetShardIterator", StreamRequests.IteratorRequest(arn, shard, "AT_SEQUENCE_NUMBER", sequences[0]))).Type);
        await engine.IteratorAsync(arn, shard, "AFTER_SEQUENCE_NUMBER", sequences[0]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Shards_ClosedForADay_AreGone(bool sweep)
    {
        await engine.PutAsync("a", 1);
        time.Advance(TimeSpan.FromHours(5));
        await engine.PutAsync("b", 2);
        var shards = await engine.ShardsAsync(arn);

        time.Advance(TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1));
        if (sweep)
            engine.DeleteExpired();

        Assert.Equal(2, shards.Count);
        Assert.Equal([shards[1]], await engine.ShardsAsync(arn));
        Assert.Equal(
            "ResourceNotFoundException",
            (await engine.FailAsync("GetShardIterator", StreamRequests.IteratorRequest(arn, shards[0], "LATEST"))).Type);
        Assert.Empty(await engine.RecordsAsync(arn));
    }

    [Fact]
    public async Task Iterator_AfterFifteenMinutes_HasExpiredButItsSuccessorHasNot()
    {
        var iterator = await engine.IteratorAsync(arn, Assert.Single(await engine.ShardsAsync(arn)));
        time.Advance(TimeSpan.FromMinutes(15));
        var (_, next) = await engine.PageAsync(iterator);
        time.Advance(TimeSpan.FromSeconds(1));

        var (type, _) = await engine.FailAsync("GetRecords", StreamRequests.RecordsRequest(iterator));

        Assert.Equal("ExpiredIteratorException", type);
        await engine.PageAsync(next!);
    }

    [Fact]
    public async Task Stream_Disabled_CanBeReadForADay()
    {
        await engine.PutAsync("a", 1);
        await engine.DisableStreamAsync();
        await engine.PutAsync("b", 2);
        var described = (await engine.OkAsync("DescribeTable", """{"TableName":"tab"}""")).GetProperty("Table");
        var status = (await engine.DescribeStreamAsync(arn)).GetProperty("StreamStatus").GetString();
        var records = await engine.RecordsAsync(arn);
        var (_, next) = await engine.PageAsync(await engine.IteratorAsync(arn, (await engine.ShardsAsync(arn))[^1]));

        time.Advance(TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1));
        var gone = await engine.FailAsync("DescribeStream", $$"""{"StreamArn":"{{arn}}"}""");

        Assert.False(described.TryGetProperty("StreamSpecification", out _));
        Assert.Equal(arn, described.GetProperty("LatestStreamArn").GetString());
        Assert.Equal("DISABLED", status);
        Assert.Equal(["INSERT a >1"], records.Select(StreamRequests.Summary));
        Assert.Null(next);
        Assert.Equal(("ResourceNotFoundException", $"Requested resource not found: Stream: {arn} not found"), gone);
        Assert.Equal(0, (await engine.OkAsync("ListStreams", "{}")).GetProperty("Streams").GetArrayLength());
    }

    [Fact]
    public async Task Streams_OfOneTable_AreListedPageByPage()
    {
        await engine.CreateTableAsync(name: "other");
        await engine.DisableStreamAsync();
        await engine.EnableStreamAsync("KEYS_ONLY");
        var second = await engine.StreamArnAsync();

        var all = await ListAsync("{}");
        var ofOther = await ListAsync("""{"TableName":"other"}""");
        var page = await engine.OkAsync("ListStreams", """{"TableName":"tab","Limit":1}""");
        var rest = await ListAsync($$"""{"TableName":"tab","ExclusiveStartStreamArn":"{{arn}}"}""");

        Assert.NotEqual(arn, second);
        Assert.Equal([arn, second], all);
        Assert.Empty(ofOther);
        Assert.Equal(arn, page.GetProperty("LastEvaluatedStreamArn").GetString());
        Assert.Equal([second], rest);
    }

    [Fact]
    public async Task Table_DeletedAndCreatedAgain_LeavesItsStreamBehind()
    {
        await engine.PutAsync("a", 1);
        await engine.OkAsync("DeleteTable", """{"TableName":"tab"}""");
        await engine.CreateTableAsync();
        await engine.PutAsync("b", 2);

        var described = (await engine.OkAsync("DescribeTable", """{"TableName":"tab"}""")).GetProperty("Table");

        Assert.False(described.TryGetProperty("LatestStreamArn", out _));
        Assert.Equal(["INSERT a >1"], (await engine.RecordsAsync(arn)).Select(StreamRequests.Summary));
        Assert.Equal("DISABLED", (await engine.DescribeStreamAsync(arn)).GetProperty("StreamStatus").GetString());
    }

    [Theory]
    [InlineData("""{"StreamEnabled":true,"StreamViewType":"KEYS_ONLY"}""", "Table already has an enabled stream: TableName: tab")]
    [InlineData(
        """{"StreamEnabled":true}""",
        "One or more parameter values were invalid: StreamViewType must be specified when a stream is enabled")]
    [InlineData(
        """{"StreamViewType":"KEYS_ONLY"}""",
        "1 validation error detected: Value null at 'streamSpecification.streamEnabled' failed to satisfy constraint: "
        + "Member must not be null")]
    public async Task UpdateTable_StreamThatCannotBe_IsRefused(string specification, string message) => Assert.Equal(
        ("ValidationException", message),
        await engine.FailAsync("UpdateTable", $$"""{"TableName":"tab","StreamSpecification":{{specification}} }"""));

    [Fact]
    public async Task UpdateTable_DisablesNoStream_IsRefused()
    {
        await engine.DisableStreamAsync();

        Assert.Equal(
            ("ValidationException", "Table has no stream to disable: TableName: tab"),
            await engine.FailAsync("UpdateTable", """{"TableName":"tab","StreamSpecification":{"StreamEnabled":false}}"""));
    }

    private async Task<List<string>> ListAsync(string body) =>
    [
        .. (await engine.OkAsync("ListStreams", body)).GetProperty("Streams").EnumerateArray()
            .Select(static stream => stream.GetProperty("StreamArn").GetString()!),
    ];
}
