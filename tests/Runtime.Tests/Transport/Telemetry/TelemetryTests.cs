using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Runtime.Tests.Transport.Support;
using DynamoToolkit.Transport;
using DynamoToolkit.Transport.Telemetry;
using Microsoft.Extensions.Logging;

namespace DynamoToolkit.Runtime.Tests.Transport.Telemetry;

public sealed class TelemetryTests
{
    [Fact]
    public async Task Activity_SuccessAfterARetry_HasTheConventionsTags()
    {
        using var root = new Activity("root").Start();
        using var listening = Listen(root, out var activities);
        await using var service = new FakeService(
            Reply.Error("ThrottlingException"),
            Reply.Ok("""{"Item":{"x":{"S":"ConsumedCapacity"}},"ConsumedCapacity":{"TableName":"t","CapacityUnits":0.5}}"""));
        using var transport = Transports.To(service);

        await transport.SendAsync();

        var activity = Assert.Single(activities);
        Assert.Equal("GetItem t", activity.DisplayName);
        Assert.Equal(ActivityKind.Client, activity.Kind);
        Assert.Equal("aws.dynamodb", activity.GetTagItem("db.system.name"));
        Assert.Equal("GetItem", activity.GetTagItem("db.operation.name"));
        Assert.Equal("t", activity.GetTagItem("db.collection.name"));
        Assert.Equal(["t"], (string[])activity.GetTagItem("aws.dynamodb.table_names")!);
        Assert.Equal("127.0.0.1", activity.GetTagItem("server.address"));
        Assert.Equal(service.Address.Port, activity.GetTagItem("server.port"));
        Assert.Equal(200, activity.GetTagItem("http.response.status_code"));
        Assert.Equal(1, activity.GetTagItem("http.request.resend_count"));
        Assert.Equal(["""{"TableName":"t","CapacityUnits":0.5}"""], (string[])activity.GetTagItem("aws.dynamodb.consumed_capacity")!);
        Assert.Null(activity.GetTagItem("error.type"));
        Assert.Equal(ActivityStatusCode.Unset, activity.Status);
    }

    [Fact]
    public async Task Activity_Error_NamesItWithoutItsMessage()
    {
        using var root = new Activity("root").Start();
        using var listening = Listen(root, out var activities);
        await using var service = new FakeService(Reply.Error("ConditionalCheckFailedException", message: "secret"));
        using var transport = Transports.To(service);

        await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => transport.SendAsync());

        var activity = Assert.Single(activities);
        Assert.Equal("ConditionalCheckFailedException", activity.GetTagItem("error.type"));
        Assert.Equal(400, activity.GetTagItem("http.response.status_code"));
        Assert.Equal("REQUEST-1", activity.GetTagItem("aws.request_id"));
        Assert.Equal(ActivityStatusCode.Error, activity.Status);
        Assert.DoesNotContain(activity.TagObjects, static tag => tag.Value is string text && text.Contains("secret", StringComparison.Ordinal));
        Assert.DoesNotContain("secret", activity.StatusDescription, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"ConsumedCapacity":[{"TableName":"a"},{"TableName":"b"}]}""", new[] { """{"TableName":"a"}""", """{"TableName":"b"}""" })]
    [InlineData("""{"Item":{"ConsumedCapacity":{"S":""}}}""", null)]
    [InlineData("""{"ConsumedCapacity":""", null)]
    [InlineData("{}", null)]
    public void ConsumedCapacityTag_Response_GivesEachTablesJson(string response, string[]? expected) =>
        Assert.Equal(expected, ConsumedCapacityTag.From(System.Text.Encoding.UTF8.GetBytes(response)));

    [Fact]
    public async Task Meter_CallsAndRetries_AreMeasured()
    {
        var measured = new ConcurrentQueue<(string Name, double Value, Dictionary<string, object?> Tags)>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == DynamoTelemetry.Name)
                listener.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => measured.Enqueue((instrument.Name, value, Tags(tags))));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => measured.Enqueue((instrument.Name, value, Tags(tags))));
        listener.Start();
        await using var service = new FakeService(Reply.Error("ThrottlingException"), Reply.Ok());
        using var transport = Transports.To(service);

        // Other tests send too; this one is told apart by its operation.
        await transport.SendAsync(Transports.Request(operation: DynamoOperation.DescribeTimeToLive));

        var mine = measured.Where(static m => "DescribeTimeToLive".Equals(m.Tags["db.operation.name"])).ToList();
        var retry = Assert.Single(mine, static m => m.Name == "dynamotoolkit.client.retries");
        Assert.Equal("ThrottlingException", retry.Tags["error.type"]);
        var duration = Assert.Single(mine, static m => m.Name == "db.client.operation.duration");
        Assert.True(duration.Value > 0);
        Assert.Equal("t", duration.Tags["db.collection.name"]);
        Assert.Equal("aws.dynamodb", duration.Tags["db.system.name"]);
    }

    [Fact]
    public async Task Log_RetriesAndTheEnd_AreWrittenWithoutValues()
    {
        var log = new ListLogger();
        await using var service = new FakeService(Reply.Error("ThrottlingException", message: "secret"));
        using var transport = Transports.To(service, options =>
        {
            options.MaxAttempts = 2;
            options.LoggerFactory = log;
        });

        await Assert.ThrowsAsync<ThrottlingException>(() => transport.SendAsync(Transports.Request("""{"secret":1}""")));

        Assert.Collection(
            log.Lines,
            static line => Assert.Matches("^Debug GetItem on t failed with ThrottlingException \\(request REQUEST-1\\); attempt 2 follows in [0-9.]+ ms\\.$", line),
            static line => Assert.Equal("Warning GetItem on t failed with ThrottlingException (request REQUEST-1) after 2 attempts.", line));
    }

    [Fact]
    public async Task Log_ErrorThatIsTheCallersBusiness_IsNotWritten()
    {
        var log = new ListLogger();
        await using var service = new FakeService(Reply.Error("ConditionalCheckFailedException"));
        using var transport = Transports.To(service, options => options.LoggerFactory = log);

        await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => transport.SendAsync());

        Assert.Empty(log.Lines);
    }

    private static ActivityListener Listen(Activity root, out ConcurrentQueue<Activity> activities)
    {
        var stopped = activities = new ConcurrentQueue<Activity>();
        var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == DynamoTelemetry.Name,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == root.TraceId)
                    stopped.Enqueue(activity);
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static Dictionary<string, object?> Tags(ReadOnlySpan<KeyValuePair<string, object?>> tags) => new(tags.ToArray());

    private sealed class ListLogger : ILogger, ILoggerFactory
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{logLevel} {formatter(state, exception)}");

        public void Dispose()
        {
        }
    }
}
