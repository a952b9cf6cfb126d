using DynamoToolkit.Local.Tests.Kit;
using Microsoft.Extensions.Time.Testing;

namespace DynamoToolkit.Local.Tests.Streams;

public sealed class StreamDurabilityTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(long.MaxValue, 1)]
    [InlineData(2000, 2)]
    public async Task Reopened_FromLogOrSnapshot_HasTheSameStreams(long compactionThreshold, int minFiles)
    {
        string first, second;
        List<string> before;
        using (var engine = Open(compactionThreshold))
        {
            await engine.CreateTableAsync();
            await engine.EnableStreamAsync();
            first = await engine.StreamArnAsync();
            await WriteAsync(engine);
            await engine.DisableStreamAsync();
            time.Advance(TimeSpan.FromMinutes(1));
            await engine.EnableStreamAsync("OLD_IMAGE");
            second = await engine.StreamArnAsync();
            await WriteAsync(engine);
            before = await ContentAsync(engine, first, second);
        }

        using var reopened = Open(compactionThreshold);
        var after = await ContentAsync(reopened, first, second);
        var sequence = StreamRequests.Sequence((await reopened.RecordsAsync(second))[^1]);
        await reopened.PutAsync("one more", 1);
        var last = (await reopened.RecordsAsync(second))[^1];

        Assert.Equal(before, after);
        Assert.Equal("INSERT one more >", StreamRequests.Summary(last));
        Assert.True(string.CompareOrdinal(StreamRequests.Sequence(last), sequence) > 0);
        Assert.True(folder.DataFiles.Length >= minFiles);
    }

    [Fact]
    public async Task Reopened_AfterADay_ShowsWhatIsNotTooOld()
    {
        string arn;
        using (var engine = Open(long.MaxValue))
        {
            await engine.CreateTableAsync();
            await engine.EnableStreamAsync();
            arn = await engine.StreamArnAsync();
            await engine.PutAsync("old", 1);
            time.Advance(TimeSpan.FromHours(10));
            await engine.PutAsync("new", 2);
        }

        time.Advance(TimeSpan.FromHours(15));
        using var reopened = Open(long.MaxValue);

        Assert.Equal(["INSERT new >2"], (await reopened.RecordsAsync(arn)).Select(StreamRequests.Summary));
    }

    private LocalDynamo Open(long compactionThreshold) => LocalDynamo.Open(folder.Path, new()
    {
        TimeProvider = time,
        ExpiryInterval = Timeout.InfiniteTimeSpan,
        FlushToDisk = false,
        CompactionThreshold = compactionThreshold,
    });

    private async Task WriteAsync(LocalDynamo engine)
    {
        for (var i = 0; i < 100; i++)
        {
            await engine.PutAsync($"{i % 10}", i);
            if (i % 7 == 0)
                await engine.OkAsync("DeleteItem", $$"""{"TableName":"tab","Key":{"p":{"S":"{{i % 10}}"} } }""");
            time.Advance(TimeSpan.FromMinutes(5));
        }
    }

    private static async Task<List<string>> ContentAsync(LocalDynamo engine, params string[] arns)
    {
        var content = new List<string>();
        foreach (var arn in arns)
        {
            content.Add((await engine.DescribeStreamAsync(arn)).GetRawText());
            content.AddRange((await engine.RecordsAsync(arn)).Select(static record => record.GetRawText()));
        }

        return content;
    }
}
