using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Runtime.Tests.Transport.Conformance;
using DynamoToolkit.Runtime.Tests.Transport.Support;
using DynamoToolkit.Transport;
using NSubstitute;

namespace DynamoToolkit.Runtime.Tests.Transport.Telemetry;

[Collection(nameof(ProcessWide))]
public sealed class TelemetryTests
{
    private const string Duration = "db.client.operation.duration";
    private const string Retries = "dynamotoolkit.client.retries";
    private const string Capacity = "dynamotoolkit.client.consumed_capacity";

    public static TheoryData<TransportKind> Kinds => [.. Enum.GetValues<TransportKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Activity_SuccessAfterARetry_HasTheConventionsTags(TransportKind kind)
    {
        using var listeners = new Listeners();
        await using var service = new FakeService(
            Reply.Error("ThrottlingException"),
            Reply.Ok("""{"Item":{"x":{"S":"ConsumedCapacity"}},"ConsumedCapacity":{"TableName":"t","CapacityUnits":0.5}}"""));
        using var transport = Transports.Create(kind, service.Address, attempts: 2);

        await transport.SendAsync();

        var activity = Assert.Single(listeners.Activities);
        Assert.Equal("GetItem t", activity.DisplayName);
        Assert.Equal(ActivityKind.Client, activity.Kind);
        Assert.Equal("aws.dynamodb", activity.GetTagItem("db.system.name"));
        Assert.Equal("GetItem", activity.GetTagItem("db.operation.name"));
        Assert.Equal("t", activity.GetTagItem("db.collection.name"));
        Assert.Equal(["t"], (string[])activity.GetTagItem("aws.dynamodb.table_names")!);
        Assert.Equal("127.0.0.1", activity.GetTagItem("server.address"));
        Assert.Equal(service.Address.Port, activity.GetTagItem("server.port"));
        Assert.Equal(200, activity.GetTagItem("http.response.status_code"));

        // A bridge does not see its client's attempts.
        Assert.Equal(kind == TransportKind.Bridge ? null : 1, activity.GetTagItem("http.request.resend_count"));
        Assert.Equal(["""{"TableName":"t","CapacityUnits":0.5}"""], (string[])activity.GetTagItem("aws.dynamodb.consumed_capacity")!);
        Assert.Null(activity.GetTagItem("error.type"));
        Assert.Null(activity.GetTagItem("db.operation.batch.size"));
        Assert.Equal(ActivityStatusCode.Unset, activity.Status);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Activity_Error_NamesItWithoutItsMessage(TransportKind kind)
    {
        using var listeners = new Listeners();
        await using var service = new FakeService(Reply.Error("ConditionalCheckFailedException", message: "secret"));
        using var transport = Transports.Create(kind, service.Address, attempts: 1);

        await Assert.ThrowsAsync<ConditionalCheckFailedException>(
            () => transport.SendAsync(Transports.Request(operation: DynamoOperation.PutItem)));

        var activity = Assert.Single(listeners.Activities);
        Assert.Equal("ConditionalCheckFailedException", activity.GetTagItem("error.type"));
        Assert.Equal(400, activity.GetTagItem("http.response.status_code"));
        Assert.Equal("REQUEST-1", activity.GetTagItem("aws.request_id"));
        Assert.Equal(ActivityStatusCode.Error, activity.Status);
        Assert.DoesNotContain(
            activity.TagObjects, static tag => tag.Value is string text && text.Contains("secret", StringComparison.Ordinal));
        Assert.DoesNotContain("secret", activity.StatusDescription, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DynamoOperation.BatchWriteItem, 3, "t", "u")]
    [InlineData(DynamoOperation.BatchGetItem, 2, "t")]
    [InlineData(DynamoOperation.TransactGetItems, 1, "t")]
    [InlineData(DynamoOperation.TransactWriteItems, 3, "t", "u")]
    public async Task Activity_BatchOrTransaction_NamesItsTablesAndSize(DynamoOperation operation, int count, params string[] tables)
    {
        using var listeners = new Listeners();
        await using var service = new FakeService(Reply.Ok());
        using var transport = Transports.To(service);

        await transport.SendAsync(new DynamoRequest(operation, "{}"u8.ToArray(), tables, count));

        var activity = Assert.Single(listeners.Activities);
        Assert.Equal(tables, (string[])activity.GetTagItem("aws.dynamodb.table_names")!);
        Assert.Equal(count > 1 ? count : null, (int?)activity.GetTagItem("db.operation.batch.size"));
        Assert.Equal(tables.Length == 1 ? "t" : null, activity.GetTagItem("db.collection.name"));
        Assert.Equal(tables.Length == 1 ? $"{operation} t" : $"{operation}", activity.DisplayName);
    }

    [Theory]
    [InlineData("""{"ConsumedCapacity":"none"}""")]
    [InlineData("""{"ConsumedCapacity":""")]
    [InlineData("""{"ConsumedCapacity":[1]}""")]
    public async Task Activity_CapacityThatCannotBeRead_EndsTheCallWell(string response)
    {
        using var listeners = new Listeners();
        await using var service = new FakeService(Reply.Ok(response));
        using var transport = Transports.To(service);

        var request = Transports.Request(operation: DynamoOperation.GetItem);
        try
        {
            await transport.SendAsync(request);
        }
        catch (TransportException)
        {
            // What is no JSON object at all is damaged, and refused as such.
        }

        Assert.Null(Assert.Single(listeners.Activities).GetTagItem("aws.dynamodb.consumed_capacity"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Meter_CallsRetriesAndCapacity_AreMeasured(TransportKind kind)
    {
        using var listeners = new Listeners();
        await using var service = new FakeService(
            Reply.Error("ThrottlingException"), Reply.Ok("""{"ConsumedCapacity":{"TableName":"t","CapacityUnits":2.5}}"""));
        using var transport = Transports.Create(kind, service.Address, attempts: 2);

        await transport.SendAsync();

        var measured = listeners.MeasurementsOf(service);
        var duration = Assert.Single(measured, static m => m.Name == Duration);
        Assert.InRange(duration.Value, 0.000_001, 60);
        AssertTags(duration, service);
        var capacity = Assert.Single(measured, static m => m.Name == Capacity);
        Assert.Equal(2.5, capacity.Value);
        AssertTags(capacity, service);
        if (kind == TransportKind.Bridge)
            return;

        var retry = Assert.Single(measured, static m => m.Name == Retries);
        Assert.Equal(1, retry.Value);
        AssertTags(retry, service, "ThrottlingException");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Meter_FailedCalls_AreMeasuredWithTheError(TransportKind kind)
    {
        using var listeners = new Listeners();
        await using var service = new FakeService(Reply.Error("ResourceNotFoundException"), Reply.Dropped);
        using var transport = Transports.Create(kind, service.Address, attempts: 1);

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => transport.SendAsync());
        await Assert.ThrowsAsync<TransportException>(() => transport.SendAsync());

        Assert.Collection(
            listeners.MeasurementsOf(service),
            m => AssertTags(m, service, "ResourceNotFoundException"),
            m => AssertTags(m, service, "DynamoToolkit.Transport.TransportException"));
    }

    [Fact]
    public async Task Meter_BatchOverTables_TellsTheCapacityOfEach()
    {
        using var listeners = new Listeners();
        await using var service = new FakeService(
            Reply.Ok("""{"ConsumedCapacity":[{"TableName":"t","CapacityUnits":1},{"TableName":"u","CapacityUnits":3}]}"""));
        using var transport = Transports.To(service);

        var body = Encoding.UTF8.GetBytes(Samples.For(DynamoOperation.BatchGetItem).Request);
        await transport.SendAsync(new DynamoRequest(DynamoOperation.BatchGetItem, body, ["t", "u"], 2) { ReturnsConsumedCapacity = true });

        var measured = listeners.MeasurementsOf(service).Where(static m => m.Name == Capacity).Select(
            static m => (m.Tags["db.collection.name"], m.Value));
        Assert.Equal([("t", 1.0), ("u", 3.0)], measured);
    }

    [Fact]
    public void Duration_Buckets_AreTheConventions()
    {
        using var listeners = new Listeners();

        var histogram = Assert.IsType<Histogram<double>>(Assert.Single(listeners.Instruments, static i => i.Name == Duration));
        Assert.Equal([0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10], histogram.Advice!.HistogramBucketBoundaries!);
        Assert.Equal("s", histogram.Unit);
    }

    [Fact]
    public async Task Activity_BridgeOverAMock_HasNoServer()
    {
        using var listeners = new Listeners();
        var client = Substitute.For<IAmazonDynamoDB>();
        client.GetItemAsync(Arg.Any<GetItemRequest>(), Arg.Any<CancellationToken>()).Returns(new GetItemResponse());
        using var transport = new BridgeTransport(client);

        await transport.SendAsync();

        Assert.Null(Assert.Single(listeners.Activities).GetTagItem("server.address"));
    }

    private static void AssertTags(Measurement measurement, FakeService service, string? error = null)
    {
        Assert.Equal("aws.dynamodb", measurement.Tags["db.system.name"]);
        Assert.Equal("GetItem", measurement.Tags["db.operation.name"]);
        Assert.Equal("t", measurement.Tags["db.collection.name"]);
        Assert.Equal("127.0.0.1", measurement.Tags["server.address"]);
        Assert.Equal(service.Address.Port, measurement.Tags["server.port"]);
        Assert.Equal(error, measurement.Tags.GetValueOrDefault("error.type"));
    }
}
