using System.Text;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Schema;
using DynamoToolkit.Streams;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Integration.Tests.Streams;

/// <summary>Events as AWS Lambda delivers them, and records of types that share a table.</summary>
public sealed class LambdaTests : StreamTests
{
    [Fact]
    public async Task RecordsOfTheService_AreReadAsEachType()
    {
        await Metrics.PutAsync(MetricOf(1, 2.5), Ct);
        await Runs.PutAsync(new Run { RunId = "1", ExperimentId = "e" }, Ct);
        var json = await EventAsync();

        var metric = Assert.Single(DynamoStreamEvent.Read<Metric>(json));
        Assert.Equal((ChangeKind.Insert, 2.5), (metric.Kind, metric.New!.Value));
        Assert.Equal(Clock.GetUtcNow(), metric.CreatedAt);
        Assert.Equal("e", Assert.Single(DynamoStreamEvent.Read<Run>(json)).New!.ExperimentId);
    }

    [Theory]
    [InlineData("""{"principalId":"dynamodb.amazonaws.com","type":"Service"}""", ChangeKind.Expired)]
    [InlineData("""{"PrincipalId":"dynamodb.amazonaws.com","Type":"Service"}""", ChangeKind.Expired)]
    [InlineData("""{"principalId":"somebody","type":"Service"}""", ChangeKind.Remove)]
    [InlineData("null", ChangeKind.Remove)]
    public async Task Removal_IsExpired_IfTheServiceMadeIt(string identity, ChangeKind expected)
    {
        await Metrics.PutAsync(MetricOf(1), Ct);
        await Metrics.DeleteAsync(Metric.Key("1", "m1", 1), Ct);
        var text = Encoding.UTF8.GetString(await EventAsync()).Replace(
            "\"eventName\":\"REMOVE\"", $"\"eventName\":\"REMOVE\",\"userIdentity\":{identity}", StringComparison.Ordinal);

        Assert.Equal(expected, DynamoStreamEvent.Read<Metric>(Encoding.UTF8.GetBytes(text))[1].Kind);
    }

    [Fact]
    public async Task ItemThatChangesItsType_IsRemovedAsOne_AndInsertedAsTheOther()
    {
        var animals = TableDefinition.For(TableModel.Of<Animal>(), TableModel.Of<Cat>(), TableModel.Of<Dog>());
        await Db.EnsureTableAsync(animals.WithStream(), Ct);
        await Db.Table<Cat>().PutAsync(new Cat { Zoo = "z", Name = "n", Lives = 9 }, Ct);
        var discriminator = TableModel.Of<Dog>().Discriminator!;
        using var put = await AskAsync(
            "PutItem",
            $$"""
            {"TableName":"animals","Item":{"zoo":{"S":"z"},"name":{"S":"n"},"tricks":{"N":"3"},
            "{{discriminator.AttributeName}}":{"S":"{{discriminator.Name}}"} } }
            """);
        var json = await EventAsync("animals");

        Assert.Equal([ChangeKind.Insert, ChangeKind.Remove], DynamoStreamEvent.Read<Cat>(json).Select(static change => change.Kind));
        var dog = Assert.Single(DynamoStreamEvent.Read<Dog>(json));
        Assert.Equal((ChangeKind.Insert, 3, null), (dog.Kind, dog.New!.Tricks, dog.Old));

        // Both are of the base class.
        Assert.Equal([ChangeKind.Insert, ChangeKind.Modify], DynamoStreamEvent.Read<Animal>(json).Select(static change => change.Kind));
    }

    [Theory]
    [InlineData("INSERT")]
    [InlineData("MODIFY")]
    [InlineData("REMOVE")]
    public async Task RecordWithoutTheImages_IsAnError(string name)
    {
        await Metrics.PutAsync(MetricOf(1), Ct);
        var text = Encoding.UTF8.GetString(await EventAsync())
            .Replace("NewImage", "Other", StringComparison.Ordinal)
            .Replace("INSERT", name, StringComparison.Ordinal);

        var error = Assert.Throws<ItemFormatException>(() => DynamoStreamEvent.Read<Metric>(Encoding.UTF8.GetBytes(text)));
        Assert.Contains("NEW_AND_OLD_IMAGES", error.Message);
    }

    [Theory]
    [InlineData("{}", 0)]
    [InlineData("""{"Records":[]}""", 0)]
    public void EventWithoutRecords_IsEmpty(string json, int count) =>
        Assert.Equal(count, DynamoStreamEvent.Read<Metric>(Encoding.UTF8.GetBytes(json)).Count);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"Records":[{"eventName":"INSERT"}]}""")]
    public void OtherText_IsAnError(string json) =>
        Assert.Throws<ItemFormatException>(() => DynamoStreamEvent.Read<Metric>(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public async Task HandledEvent_ReportsTheFirstChangeThatWaits()
    {
        for (var i = 0; i < 6; i++)
            await Metrics.PutAsync(MetricOf(i), Ct);
        var json = await EventAsync();
        var strict = new Recorder<Metric>(FailurePolicy.StopShard) { Fails = static change => change.New?.Name == "m2" };
        var response = await RunAsync(StreamConsumer.For<Metric>(Db, new() { Lanes = 1 }).AddHandler(strict), json);

        var failed = Assert.Single(response.Failures);
        Assert.Equal(DynamoStreamEvent.Read<Metric>(json)[2].SequenceNumber, failed);
        Assert.Equal($$"""{"batchItemFailures":[{"itemIdentifier":"{{failed}}"}]}""", response.ToString());

        strict.Fails = static _ => false;
        response = await RunAsync(StreamConsumer.For<Metric>(Db).AddHandler(strict), json);
        Assert.Equal("""{"batchItemFailures":[]}""", response.ToString());
    }

    [Fact]
    public async Task HandledEvent_ParksPoison_AndSucceeds()
    {
        for (var i = 0; i < 6; i++)
            await Metrics.PutAsync(MetricOf(i), Ct);
        var metrics = new Recorder<Metric> { Fails = static change => change.New?.Name == "m2" };
        var consumer = StreamConsumer.For<Metric>(Db).AddHandler(metrics);
        Assert.Empty((await RunAsync(consumer, await EventAsync())).Failures);
        Assert.Equal(5, metrics.Changes.Count);

        metrics.Fails = static _ => false;
        Assert.Equal(1, (await consumer.ReplayDeadLettersAsync(cancellationToken: Ct)).Applied);
    }

    private async Task<StreamBatchResponse> RunAsync(StreamConsumer consumer, byte[] json)
    {
        var handling = consumer.HandleEventAsync(json, Ct);
        await UntilAsync(() => handling.IsCompleted);
        return await handling;
    }
}
