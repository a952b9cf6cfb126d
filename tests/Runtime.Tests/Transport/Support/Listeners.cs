using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using DynamoToolkit.Transport.Telemetry;

namespace DynamoToolkit.Runtime.Tests.Transport.Support;

/// <summary>Listens to the library's traces and measurements.</summary>
internal sealed class Listeners : IDisposable
{
    private readonly Activity root = new Activity("root").Start();
    private readonly ConcurrentQueue<Activity> activities = new();
    private readonly ConcurrentQueue<Measurement> measurements = new();
    private readonly ActivityListener activityListener;
    private readonly MeterListener meterListener = new();

    public Listeners()
    {
        activityListener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == DynamoTelemetry.Name,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == root.TraceId)
                    activities.Enqueue(activity);
            },
        };
        ActivitySource.AddActivityListener(activityListener);
        meterListener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name != DynamoTelemetry.Name)
                return;
            Instruments.Enqueue(instrument);
            listener.EnableMeasurementEvents(instrument);
        };
        meterListener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        meterListener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        meterListener.Start();
    }

    public ConcurrentQueue<Instrument> Instruments { get; } = new();

    /// <summary>The spans of this test's own calls.</summary>
    public IReadOnlyList<Activity> Activities => [.. activities];

    /// <summary>What was measured of calls to a server: others, to which other tests send, have other ports.</summary>
    public IReadOnlyList<Measurement> MeasurementsOf(FakeService service) =>
        [.. measurements.Where(m => service.Address.Port.Equals(m.Tags.GetValueOrDefault("server.port")))];

    /// <summary>What was measured of calls to a table.</summary>
    public IReadOnlyList<Measurement> MeasurementsOf(string table) =>
        [.. measurements.Where(m => table.Equals(m.Tags.GetValueOrDefault("db.collection.name")))];

    public void Dispose()
    {
        activityListener.Dispose();
        meterListener.Dispose();
        root.Dispose();
    }

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        measurements.Enqueue(new Measurement(instrument.Name, value, new Dictionary<string, object?>(tags.ToArray())));
}
