using System.Diagnostics;
using System.Diagnostics.Metrics;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Runtime.Tests.Transport.Support;
using DynamoToolkit.Transport;
using DynamoToolkit.Transport.Telemetry;
using Endpoint = Amazon.Runtime.Endpoints.Endpoint;

namespace DynamoToolkit.Runtime.Tests.Transport.Telemetry;

/// <summary>What was sent has its own end, whatever those who listen make of it.</summary>
[Collection(nameof(ProcessWide))]
public sealed class ThrowingListenerTests : IDisposable
{
    private const string Line =
        "Error A listener to the traces or measurements of PutItem on t threw an exception; the call continues without it.";
    private const string Answer = """{"Attributes":{"a":{"N":"1"}}}""";
    private static readonly DynamoRequest Put = Transports.Request("""{"TableName":"t","Item":{}}""", DynamoOperation.PutItem);

    private readonly ListLogger log = new();
    private readonly MeterListener meter = new();
    private readonly ActivityListener activities = new()
    {
        ShouldListenTo = static source => source.Name == DynamoTelemetry.Name,
        Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
    };

    public static TheoryData<TransportKind> Kinds => [.. Enum.GetValues<TransportKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Meter_ThatThrows_ChangesNoAnswer(TransportKind kind)
    {
        Measure(static _ => throw new InvalidOperationException("The meter is broken."));
        await using var service = new FakeService(Reply.Error("ThrottlingException"), Reply.Ok(Answer));
        using var transport = Transports.Create(kind, service.Address, attempts: 2, log: log);

        Assert.Equal(Answer, await transport.SendAsync(Put));
        Assert.Contains(Line, log.Lines);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Meter_ThatThrows_ChangesNoError(TransportKind kind)
    {
        Measure(static _ => throw new InvalidOperationException("The meter is broken."));
        await using var service = new FakeService(Reply.Error("ConditionalCheckFailedException"));
        using var transport = Transports.Create(kind, service.Address, attempts: 1, log: log);

        await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => transport.SendAsync(Put));
        Assert.Equal([Line], log.Lines);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Trace_ThatThrowsAtTheEnd_ChangesNoAnswer(TransportKind kind)
    {
        Trace(static _ => throw new InvalidOperationException("The exporter is broken."));
        await using var service = new FakeService(Reply.Ok(Answer));
        using var transport = Transports.Create(kind, service.Address, attempts: 1, log: log);

        Assert.Equal(Answer, await transport.SendAsync(Put));
        Assert.Equal([Line], log.Lines);
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData(null)]
    public async Task BridgesClient_WithoutAnAddress_HasNoServer(string? address)
    {
        var stopped = new List<Activity>();
        Trace(stopped.Add);
        await using var service = new FakeService(Reply.Ok(Answer), Reply.Error("ConditionalCheckFailedException"));
        using var transport = new BridgeTransport(new NowhereClient(Transports.SdkConfigFor(service.Address), address), ownsClient: true);

        Assert.Equal(Answer, await transport.SendAsync(Put));
        await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => transport.SendAsync(Put));

        Assert.Equal(2, stopped.Count);
        Assert.All(stopped, static activity => Assert.Null(activity.GetTagItem("server.address")));
    }

    /// <summary>An exemplar is of the activity that is current: that of the call.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Duration_IsMeasuredWithinTheCallsActivity(TransportKind kind)
    {
        var (measured, stopped) = (new List<Activity?>(), new List<Activity>());
        Trace(stopped.Add);
        Measure(instrument =>
        {
            if (instrument == DynamoTelemetry.Duration)
                measured.Add(Activity.Current);
        });
        await using var service = new FakeService(Reply.Ok("{}"), Reply.Error("ConditionalCheckFailedException"));
        using var transport = Transports.Create(kind, service.Address, attempts: 1);

        await transport.SendAsync(Put);
        await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => transport.SendAsync(Put));

        Assert.Equal(2, measured.Count);
        Assert.Equal<Activity?>(measured, stopped);
    }

    public void Dispose()
    {
        meter.Dispose();
        activities.Dispose();
    }

    private void Measure(Action<Instrument> measured)
    {
        meter.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == DynamoTelemetry.Name)
                listener.EnableMeasurementEvents(instrument);
        };
        meter.SetMeasurementEventCallback<double>((instrument, _, _, _) => measured(instrument));
        meter.SetMeasurementEventCallback<long>((instrument, _, _, _) => measured(instrument));
        meter.Start();
    }

    private void Trace(Action<Activity> stopped)
    {
        activities.ActivityStopped = stopped;
        ActivitySource.AddActivityListener(activities);
    }

    /// <summary>A client whose provider of endpoints answers its calls, but not the question for its address.</summary>
    private sealed class NowhereClient(AmazonDynamoDBConfig config, string? address)
        : AmazonDynamoDBClient(Transports.SdkCredentials, config), IAmazonDynamoDB
    {
        Endpoint IAmazonDynamoDB.DetermineServiceOperationEndpoint(Amazon.Runtime.AmazonWebServiceRequest request) =>
            address is null ? throw new InvalidOperationException("There is no address.") : new Endpoint(address);
    }
}
