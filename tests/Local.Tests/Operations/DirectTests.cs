using System.Text;
using DynamoToolkit.ItemKit;
using DynamoToolkit.Local.Tests.Kit;
using DynamoToolkit.Local.Tests.Requests;
using DynamoToolkit.Local.Tests.Values;
using DynamoToolkit.Local.Values;
using FsCheck.Fluent;

namespace DynamoToolkit.Local.Tests.Operations;

/// <summary>
/// Gets, batches of gets and puts that are read in one pass have the answers of the operations themselves, errors included.
/// </summary>
public sealed class DirectTests
{
    [Fact]
    public async Task PlainRequests_RightOrDamaged_AreAnsweredAsByTheOperation()
    {
        using var direct = LocalDynamo.InMemory();

        // An engine that measures heat leaves every request to the operation.
        using var other = LocalDynamo.InMemory(new LocalDynamoOptions { Heat = new HeatOptions() });
        await direct.CreateTableAsync("N");
        await other.CreateTableAsync("N");
        var (answers, errors) = (0, 0);
        Any.Holds(Items.All.Zip(Gen.Choose(0, int.MaxValue)), drawn =>
        {
            var random = new Random(drawn.Item2);
            var key = new Dictionary<string, Value>
            {
                ["p"] = new StringValue($"{random.Next(10)}"),
                ["s"] = new NumberValue(new DynamoNumber(random.Next(10))),
            };
            var isPlain = random.Next(2) == 0;
            var members = key.Concat(drawn.Item1.Members).DistinctBy(static member => member.Key);
            var item = RequestJson.Of(new MapValue(new(members)), drawn.Item2, isPlain);
            var keyJson = RequestJson.Of(new MapValue(key), drawn.Item2, isPlain);
            var otherKey = $$"""{"p":{"S":"{{random.Next(10)}}"},"s":{"N":"1"} }""";
            foreach (var (operation, body) in (ReadOnlySpan<(string, string)>)
            [
                ("PutItem", $$"""{"TableName":"tab","Item":{{item}} }"""),
                ("GetItem", $$"""{"TableName":"tab","ConsistentRead":true,"Key":{{keyJson}} }"""),
                ("BatchGetItem", $$"""{"RequestItems":{"tab":{"Keys":[{{keyJson}},{{otherKey}}]} } }"""),
            ])
            {
                var request = Encoding.UTF8.GetBytes(body);
                if (random.Next(2) == 0)
                    request[random.Next(request.Length)] = "\"\\{}[],:0-.eSNBMLtn =\u001f"u8[random.Next(21)];

                var (status, answer) = Answer(direct, operation, request);
                Assert.Equal((status, answer), Answer(other, operation, request));
                _ = status == 200 ? answers++ : errors++;
            }
        });
        Assert.InRange(answers, 700, 3000);
        Assert.InRange(errors, 150, 3000);
    }

    [Theory]
    [InlineData("""{"TableName":"tab","TableName":"other","Key":{"p":{"S":"x"},"s":{"N":"1"}}}""")]
    [InlineData("""{"TableName":"tab","Key":{"p":{"S":"x"},"s":{"N":"1"}},"Key":{"p":{"S":"y"}}}""")]
    [InlineData("""{"TableName":"tab","Key":{"p":{"S":"x"},"s":{"N":"1"}}} x""")]
    [InlineData("""{"TableName":"tab","Key":{"p":{"S":"x"},"s":{"N":"1"}}""")]
    [InlineData("""{"TableName":"tab","Key":{"p":{"S":"x"}}}""")]
    [InlineData("""{"TableName":"tab","Key":{"p":{"S":""},"s":{"N":"1"}}}""")]
    [InlineData("""{"TableName":"tab","Key":{"p":{"S":"x"},"s":{"N":"1"},"t":{"N":"1"}}}""")]
    [InlineData("""{"TableName":"none","Key":{"p":{"S":"x"},"s":{"N":"1"}}}""")]
    [InlineData("""{"TableName":"tab"}""")]
    [InlineData("""{"TableName":null,"Key":null}""")]
    [InlineData("""[]""")]
    [InlineData("")]
    public async Task WrongGet_IsAnsweredAsByTheOperation(string body)
    {
        using var direct = await Engine.WithTableAsync("N");
        using var other = LocalDynamo.InMemory(new LocalDynamoOptions { Heat = new HeatOptions() });
        await other.CreateTableAsync("N");

        var answer = Answer(direct, "GetItem", Encoding.UTF8.GetBytes(body));

        Assert.Equal(400, answer.Status);
        Assert.Equal(Answer(other, "GetItem", Encoding.UTF8.GetBytes(body)), answer);
    }

    [Theory]
    [InlineData("""{"RequestItems":{"tab":{"Keys":[{"p":{"S":"x"},"s":{"N":"1"}},{"p":{"S":"x"},"s":{"N":"1.0"}}]}}}""")]
    [InlineData("""{"RequestItems":{"tab":{"Keys":[{"p":{"S":"x"},"s":{"N":"1"}}]},"tab":{"Keys":[{"p":{"S":"y"},"s":{"N":"1"}}]}}}""")]
    [InlineData("""{"RequestItems":{"tab":{"Keys":[{"p":{"S":"x"},"s":{"N":"1"}}]},"none":{"Keys":[{"p":{"S":"y"}}]}}}""")]
    [InlineData("""{"RequestItems":{"tab":{"Keys":[{"p":{"S":"x"},"s":{"N":"1"}}],"Keys":[]}}}""")]
    [InlineData("""{"RequestItems":{"tab":{"Keys":[{"p":{"S":"x"}}]}}}""")]
    [InlineData("""{"RequestItems":{"tab":{"Keys":[]}}}""")]
    [InlineData("""{"RequestItems":{"tab":{}}}""")]
    [InlineData("""{"RequestItems":{}}""")]
    [InlineData("""{"RequestItems":{"none":{"Keys":[{"p":{"S":"x"},"s":{"N":"1"}}]}}}""")]
    [InlineData("""{"RequestItems":{"tab":{"Keys":[{"p":{"S":"x"},"s":{"N":"1"}}]}}} x""")]
    [InlineData("""{"RequestItems":{"tab":{"Keys":[{"p":{"S":"x"},"s":{"N":"1"}}]}}""")]
    public async Task WrongBatchGet_IsAnsweredAsByTheOperation(string body)
    {
        using var direct = await Engine.WithTableAsync("N");
        using var other = LocalDynamo.InMemory(new LocalDynamoOptions { Heat = new HeatOptions() });
        await other.CreateTableAsync("N");

        var answer = Answer(direct, "BatchGetItem", Encoding.UTF8.GetBytes(body));

        Assert.Equal(Answer(other, "BatchGetItem", Encoding.UTF8.GetBytes(body)), answer);
    }

    [Fact]
    public async Task BatchGetOfTooManyKeys_IsAnsweredAsByTheOperation()
    {
        using var direct = await Engine.WithTableAsync("N");
        using var other = LocalDynamo.InMemory(new LocalDynamoOptions { Heat = new HeatOptions() });
        await other.CreateTableAsync("N");
        foreach (var count in (int[])[100, 101])
        {
            var keys = string.Join(',', Enumerable.Range(0, count).Select(i => $$"""{"s":{"N":"{{i}}"},"p":{"S":"x"} }"""));
            var body = Encoding.UTF8.GetBytes($$"""{"RequestItems":{"tab":{"ConsistentRead":true,"Keys":[{{keys}}]} } }""");
            var answer = Answer(direct, "BatchGetItem", body);
            Assert.Equal(count == 100 ? 200 : 400, answer.Status);
            Assert.Equal(Answer(other, "BatchGetItem", body), answer);
        }
    }

    private static (int Status, string Answer) Answer(LocalDynamo engine, string operation, byte[] request)
    {
        // An engine in memory answers at once.
        var response = engine.ExecuteAsync(operation, request).AsTask().GetAwaiter().GetResult();
        using var body = response.Body;
        return (response.StatusCode, Encoding.UTF8.GetString(body.WrittenSpan));
    }
}
