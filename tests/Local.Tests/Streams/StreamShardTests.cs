using DynamoToolkit.Local.Tests.Kit;
using Microsoft.Extensions.Time.Testing;

namespace DynamoToolkit.Local.Tests.Streams;

public sealed class StreamShardTests : IAsyncLifetime
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

    [Fact]
    public async Task Shard_AfterFourHours_IsContinuedByAChild()
    {
        await engine.PutAsync("a", 1);
        time.Advance(TimeSpan.FromHours(4));
        await engine.PutAsync("b", 2);
        await engine.PutAsync("c", 3);

        var shards = (await engine.DescribeStreamAsync(arn)).GetProperty("Shards").EnumerateArray().ToList();
        var (parent, last) = await engine.PageAsync(await engine.IteratorAsync(arn, StreamRequests.Id(shards[0])));
        var (child, next) = await engine.PageAsync(await engine.IteratorAsync(arn, StreamRequests.Id(shards[1])));

        Assert.Equal(2, shards.Count);
        Assert.False(shards[0].TryGetProperty("ParentShardId", out _));
        Assert.Equal(StreamRequests.Id(shards[0]), shards[1].GetProperty("ParentShardId").GetString());
        var (first, second) = (shards[0].GetProperty("SequenceNumberRange"), shards[1].GetProperty("SequenceNumberRange"));
        Assert.Equal(StreamRequests.Sequence(parent[0]), first.GetProperty("EndingSequenceNumber").GetString());
        Assert.Equal(StreamRequests.Sequence(child[0]), second.GetProperty("StartingSequenceNumber").GetString());
        Assert.False(second.TryGetProperty("EndingSequenceNumber", out _));
        Assert.Equal(["INSERT a >1"], parent.Select(StreamRequests.Summary));
        Assert.Equal(["INSERT b >2", "INSERT c >3"], child.Select(StreamRequests.Summary));
        Assert.Null(last);
        Assert.NotNull(next);
    }

    [Fact]
    public async Task Iterators_OfEveryType_BeginWhereTheySay()
    {
        for (var i = 1; i <= 3; i++)
            await engine.PutAsync($"{i}", i);
        var shard = Assert.Single(await engine.ShardsAsync(arn));
        var second = StreamRequests.Sequence((await engine.RecordsAsync(arn))[1]);
        var latest = await engine.IteratorAsync(arn, shard, "LATEST");
        await engine.PutAsync("4", 4);

        Assert.Equal("1234", await KeysAsync(await engine.IteratorAsync(arn, shard)));
        Assert.Equal("234", await KeysAsync(await engine.IteratorAsync(arn, shard, "AT_SEQUENCE_NUMBER", second)));
        Assert.Equal("34", await KeysAsync(await engine.IteratorAsync(arn, shard, "AFTER_SEQUENCE_NUMBER", second)));
        Assert.Equal("4", await KeysAsync(latest));
    }

    [Fact]
    public async Task GetRecords_PageByPage_ReturnsEveryRecordOnce()
    {
        for (var i = 0; i < 200; i++)
            await engine.PutAsync($"{i}", i);
        var iterator = await engine.IteratorAsync(arn, Assert.Single(await engine.ShardsAsync(arn)));
        var read = new List<string>();
        while (true)
        {
            var (records, next) = await engine.PageAsync(iterator, limit: 7);
            read.AddRange(records.Select(StreamRequests.Summary));
            if (records.Count == 0)
                break;
            iterator = next!;
        }

        // An open shard goes on: the iterator after the last record finds what is written later.
        await engine.PutAsync("later", 1);

        Assert.Equal(Enumerable.Range(0, 200).Select(static i => $"INSERT {i} >{i}"), read);
        Assert.Equal("later", await KeysAsync(iterator));
    }

    [Fact]
    public async Task GetRecords_LargeItems_StopsAtOneMegabyte()
    {
        for (var i = 0; i < 4; i++)
        {
            await engine.OkAsync("PutItem", $$"""
                {"TableName":"tab","Item":{"p":{"S":"{{i}}"},"n":{"N":"1"},"x":{"S":"{{new string('x', 390 * 1024)}}"} } }
                """);
        }

        var (records, next) = await engine.PageAsync(await engine.IteratorAsync(arn, Assert.Single(await engine.ShardsAsync(arn))));
        var (others, _) = await engine.PageAsync(next!);

        Assert.Equal(2, records.Count);
        Assert.Equal(2, others.Count);
    }

    [Fact]
    public async Task DescribeStream_PagesAndFiltersShards()
    {
        for (var i = 0; i < 5; i++)
        {
            await engine.PutAsync($"{i}", i);
            time.Advance(TimeSpan.FromHours(4));
        }

        var all = await engine.ShardsAsync(arn);
        var page = await engine.DescribeStreamAsync(arn, ",\"Limit\":2");
        var rest = await engine.DescribeStreamAsync(arn, $",\"ExclusiveStartShardId\":\"{all[1]}\"");
        var children = await engine.DescribeStreamAsync(arn, $$""","ShardFilter":{"Type":"CHILD_SHARDS","ShardId":"{{all[2]}}"}""");

        Assert.Equal(5, all.Count);
        Assert.Equal(all.Order(StringComparer.Ordinal), all);
        Assert.Equal(all[..2], page.GetProperty("Shards").EnumerateArray().Select(StreamRequests.Id));
        Assert.Equal(all[1], page.GetProperty("LastEvaluatedShardId").GetString());
        Assert.Equal(all[2..], rest.GetProperty("Shards").EnumerateArray().Select(StreamRequests.Id));
        Assert.False(rest.TryGetProperty("LastEvaluatedShardId", out _));
        Assert.Equal([all[3]], children.GetProperty("Shards").EnumerateArray().Select(StreamRequests.Id));
    }

    [Theory]
    [InlineData("AT_SEQUENCE_NUMBER", "100000000000000000004", "Invalid SequenceNumber for the shard")]
    [InlineData("AT_SEQUENCE_NUMBER", "000000000000000000000", "Invalid SequenceNumber for the shard")]
    [InlineData("AFTER_SEQUENCE_NUMBER", "9999999999999999999999999999999999999999", "Invalid SequenceNumber for the shard")]
    [InlineData("AT_SEQUENCE_NUMBER", "10000000000000000000x", "One or more parameter values were invalid: Invalid SequenceNumber")]
    [InlineData("AT_SEQUENCE_NUMBER", null, "One or more parameter values were invalid: Invalid SequenceNumber")]
    [InlineData(
        "LATEST",
        "100000000000000000001",
        "One or more parameter values were invalid: SequenceNumber should not be passed for this iterator type")]
    public async Task GetShardIterator_WrongSequenceNumber_IsRefused(string type, string? sequence, string message)
    {
        for (var i = 1; i <= 3; i++)
            await engine.PutAsync($"{i}", i);
        var shard = Assert.Single(await engine.ShardsAsync(arn));

        Assert.Equal(
            ("ValidationException", message),
            await engine.FailAsync("GetShardIterator", StreamRequests.IteratorRequest(arn, shard, type, sequence)));
    }

    [Theory]
    [InlineData("AT_SEQUENCE_NUMBER")]
    [InlineData("AFTER_SEQUENCE_NUMBER")]
    public async Task GetShardIterator_AtTheStartOfAnEmptyShard_ReadsWhatComes(string type)
    {
        var shard = (await engine.DescribeStreamAsync(arn)).GetProperty("Shards")[0];
        var start = shard.GetProperty("SequenceNumberRange").GetProperty("StartingSequenceNumber").GetString();
        var iterator = await engine.OkAsync(
            "GetShardIterator", StreamRequests.IteratorRequest(arn, shard.GetProperty("ShardId").GetString()!, type, start));
        await engine.PutAsync("a", 1);

        Assert.Equal("a", await KeysAsync(iterator.GetProperty("ShardIterator").GetString()!));
    }

    [Theory]
    [InlineData("DescribeStream", """{"StreamArn":"ARN"}""")]
    [InlineData(
        "GetShardIterator", """{"StreamArn":"ARN","ShardId":"shardId-00000000000000000000-00000000","ShardIteratorType":"LATEST"}""")]
    [InlineData("ListStreams", """{"ExclusiveStartStreamArn":"ARN"}""")]
    public async Task Request_WithANameThatNoStreamCanHave_IsRefused(string operation, string request) => Assert.Equal(
        ("ValidationException", "One or more parameter values were invalid: Invalid StreamArn"),
        await engine.FailAsync(operation, request.Replace("ARN", new string('x', 40), StringComparison.Ordinal)));

    [Theory]
    [InlineData("x")]
    [InlineData("a|1|b")]
    [InlineData("a|1|YWJj")]
    [InlineData("a|1|YXx4fHg=")]
    [InlineData("a|1|YXwxfDkyMjMzNzIwMzY4NTQ3NzU4MDc=")]
    public async Task GetRecords_OfATextThatIsNotAnIterator_IsRefused(string iterator) => Assert.Equal(
        ("ValidationException", "Invalid ShardIterator"), await engine.FailAsync("GetRecords", StreamRequests.RecordsRequest(iterator)));

    private async Task<string> KeysAsync(string iterator) => string.Concat(
        (await engine.PageAsync(iterator)).Records
            .Select(static record => record.GetProperty("dynamodb").GetProperty("Keys").GetProperty("p").GetProperty("S").GetString()));
}
