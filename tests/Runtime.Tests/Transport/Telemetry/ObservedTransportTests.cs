using System.Diagnostics;
using System.Text;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Runtime.Tests.Tables.Support;
using DynamoToolkit.Runtime.Tests.Transport.Support;
using DynamoToolkit.Transport;
using DynamoToolkit.Transport.Telemetry;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Runtime.Tests.Transport.Telemetry;

/// <summary>Telemetry of a client's calls over transports that have none, and over those that have their own.</summary>
[Collection(nameof(ProcessWide))]
public sealed class ObservedTransportTests
{
    private const string Table = "observed";
    private const string Duration = "db.client.operation.duration";

    private static readonly Run Item = new() { RunId = "1", Status = "x" };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<TransportKind> Kinds => [.. Enum.GetValues<TransportKind>()];

    [Fact]
    public async Task TransportOfAUser_HasASpanAndMeasurements()
    {
        using var listeners = new Listeners();
        using var db = new DynamoClient(
            new FakeTransport().Answer("""{"ConsumedCapacity":{"TableName":"observed","CapacityUnits":2.5}}"""));

        await db.Table<Run>(Table).Put(Item).ReturnConsumedCapacity().ExecuteAsync(Ct);

        var activity = Assert.Single(listeners.Activities);
        Assert.Equal($"PutItem {Table}", activity.DisplayName);
        Assert.Equal(ActivityKind.Client, activity.Kind);
        Assert.Equal("aws.dynamodb", activity.GetTagItem("db.system.name"));
        Assert.Equal("PutItem", activity.GetTagItem("db.operation.name"));
        Assert.Equal(Table, activity.GetTagItem("db.collection.name"));
        Assert.NotNull(activity.GetTagItem("aws.dynamodb.consumed_capacity"));
        Assert.Null(activity.GetTagItem("server.address"));
        Assert.Null(activity.GetTagItem("http.response.status_code"));
        Assert.Equal(
            [Duration, "dynamotoolkit.client.consumed_capacity"],
            listeners.MeasurementsOf(Table).Select(static measurement => measurement.Name).Order());
    }

    [Fact]
    public async Task TransportOfAUser_Error_IsNamedWithoutItsMessage()
    {
        using var listeners = new Listeners();
        using var db = new DynamoClient(new FakeTransport().Fail(
            new ConditionalCheckFailedException("secret") { ErrorCode = "ConditionalCheckFailedException" }));

        await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => db.Table<Run>(Table).PutAsync(Item, Ct));

        var activity = Assert.Single(listeners.Activities);
        Assert.Equal("ConditionalCheckFailedException", activity.GetTagItem("error.type"));
        Assert.Equal(ActivityStatusCode.Error, activity.Status);
        Assert.Null(activity.GetTagItem("http.response.status_code"));
        Assert.DoesNotContain(
            activity.TagObjects, static tag => tag.Value is string text && text.Contains("secret", StringComparison.Ordinal));
        Assert.Equal(
            "ConditionalCheckFailedException", Assert.Single(listeners.MeasurementsOf(Table)).Tags.GetValueOrDefault("error.type"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task TransportsOfTheLibrary_InAClient_ReportOnce(TransportKind kind)
    {
        using var listeners = new Listeners();
        await using var service = new FakeService(Reply.Ok());
        using var db = new DynamoClient(Transports.Create(kind, service.Address, attempts: 1));

        await db.Table<Run>(Table).PutAsync(Item, Ct);

        AssertOneCall(listeners, service);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task TransportAroundAnother_ReportsOnce_WithWhatTheInnerOneKnows(TransportKind kind)
    {
        using var listeners = new Listeners();
        await using var service = new FakeService(Reply.Error("ThrottlingException"), Reply.Ok());
        using var db = new DynamoClient(new Around(Transports.Create(kind, service.Address, attempts: 2)));

        await db.Table<Run>(Table).PutAsync(Item, Ct);

        // A bridge does not see its client's attempts.
        var activity = AssertOneCall(listeners, service);
        Assert.Equal(kind == TransportKind.Bridge ? null : 1, activity.GetTagItem("http.request.resend_count"));
        Assert.Equal(
            kind == TransportKind.Bridge ? 0 : 1,
            listeners.MeasurementsOf(Table).Count(static measurement => measurement.Name == "dynamotoolkit.client.retries"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task TransportThatChangesTheBody_ReportsOnce(TransportKind kind)
    {
        using var listeners = new Listeners();
        await using var service = new FakeService(Reply.Ok());
        using var db = new DynamoClient(new Around(Transports.Create(kind, service.Address, attempts: 1))
        {
            Change = static request => request with { Body = request.Body.ToArray() },
        });

        await db.Table<Run>(Table).PutAsync(Item, Ct);

        AssertOneCall(listeners, service);
    }

    [Fact]
    public async Task TransportThatRetries_IsOneCall_WithAllAttempts()
    {
        using var listeners = new Listeners();
        await using var service = new FakeService(Reply.Error("ConditionalCheckFailedException"), Reply.Ok());
        using var db = new DynamoClient(
            new Around(Transports.Create(TransportKind.Http, service.Address, attempts: 1)) { SendsTwice = true });

        await db.Table<Run>(Table).PutAsync(Item, Ct);

        var activity = AssertOneCall(listeners, service);
        Assert.Equal(1, activity.GetTagItem("http.request.resend_count"));
        Assert.Null(activity.GetTagItem("error.type"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task OptOut_NothingIsReported(TransportKind kind)
    {
        using var listeners = new Listeners();
        await using var service = new FakeService(Reply.Error("ThrottlingException"), Reply.Ok());
        using var db = new DynamoClient(
            Transports.Create(kind, service.Address, attempts: 2), new DynamoClientOptions { EnableTelemetry = false });
        using var fake = new DynamoClient(new FakeTransport(), new DynamoClientOptions { EnableTelemetry = false });

        await db.Table<Run>(Table).PutAsync(Item, Ct);
        await fake.Table<Run>(Table).PutAsync(Item, Ct);

        Assert.Equal(2, service.Requests.Count);
        Assert.Empty(listeners.Activities);
        Assert.Empty(listeners.MeasurementsOf(Table));
    }

    [Fact]
    public async Task ListenerThatThrows_DoesNotAffectTheCall_AndIsLogged()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == DynamoTelemetry.Name,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = static _ => throw new InvalidOperationException("A listener failed."),
        };
        ActivitySource.AddActivityListener(listener);
        var log = new ListLogger();
        using var db = new DynamoClient(new FakeTransport(), new DynamoClientOptions { Http = { LoggerFactory = log } });

        await db.Table<Run>(Table).PutAsync(Item, Ct);

        Assert.StartsWith("Error A listener to the traces or measurements of PutItem", Assert.Single(log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NobodyListens_NothingIsAllocated()
    {
        using var transport = new Immediate();
        using var observed = ObservedTransport.Over(transport, loggers: null);
        using var unobserved = new UnobservedTransport(transport);
        Assert.NotSame(transport, observed);

        Assert.Equal(0, await AllocatedAsync(observed));
        Assert.Equal(0, await AllocatedAsync(unobserved));

        using var listeners = new Listeners();
        Assert.NotEqual(0, await AllocatedAsync(observed));
    }

    private static Activity AssertOneCall(Listeners listeners, FakeService service)
    {
        var activity = Assert.Single(listeners.Activities);
        Assert.Equal($"PutItem {Table}", activity.DisplayName);
        Assert.Equal("127.0.0.1", activity.GetTagItem("server.address"));
        Assert.Equal(service.Address.Port, activity.GetTagItem("server.port"));
        Assert.Equal(200, activity.GetTagItem("http.response.status_code"));
        Assert.Single(listeners.MeasurementsOf(Table), static measurement => measurement.Name == Duration);
        return activity;
    }

    private static async Task<long> AllocatedAsync(IDynamoTransport transport)
    {
        var request = new DynamoRequest(DynamoOperation.GetItem, Encoding.UTF8.GetBytes("{}"), Table);
        var before = 0L;
        for (var i = 0; i < 400; i++)
        {
            if (i == 200)
                before = GC.GetAllocatedBytesForCurrentThread();
            await transport.SendAsync(request, CancellationToken.None);
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>A transport as users write them: it passes requests on, changed or again if it likes.</summary>
    private sealed class Around(IDynamoTransport inner) : IDynamoTransport
    {
        public Func<DynamoRequest, DynamoRequest> Change { get; init; } = static request => request;

        public bool SendsTwice { get; init; }

        public async ValueTask<WireBuffer> SendAsync(DynamoRequest request, CancellationToken cancellationToken)
        {
            try
            {
                return await inner.SendAsync(Change(request), cancellationToken);
            }
            catch (ConditionalCheckFailedException) when (SendsTwice)
            {
                return await inner.SendAsync(Change(request), cancellationToken);
            }
        }

        public void Dispose() => inner.Dispose();
    }

    /// <summary>Answers at once, with one buffer for all.</summary>
    private sealed class Immediate : IDynamoTransport
    {
        private readonly WireBuffer answer = WireBuffer.Rent();

        public ValueTask<WireBuffer> SendAsync(DynamoRequest request, CancellationToken cancellationToken) => new(answer);

        public void Dispose()
        {
        }
    }
}
