using System.Diagnostics.Metrics;
using DynamoToolkit.Hosting;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Local;
using DynamoToolkit.Streams;
using DynamoToolkit.Transport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace DynamoToolkit.Integration.Tests.Streams;

/// <summary>A consumer that a host runs: its health and its metrics.</summary>
public sealed class StreamHostTests : IDisposable
{
    private readonly Recorder<Metric> metrics = new(FailurePolicy.StopShard);
    private readonly LocalDynamo engine = LocalDynamo.InMemory();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Health_FollowsTheConsumer()
    {
        using var host = Build();
        Assert.Contains("does not run", (await CheckAsync(host)).Description);
        await host.StartAsync(Ct);
        await UntilAsync(async () => (await CheckAsync(host)).Status == HealthStatus.Healthy);

        // A handler that fails and waits.
        metrics.Fails = static _ => true;
        await host.Services.GetRequiredService<DynamoTable<Metric>>().PutAsync(new Metric { RunId = "1", Name = "a" }, Ct);
        await UntilAsync(async () => (await CheckAsync(host)).Status == HealthStatus.Unhealthy);
        Assert.Contains("a handler fails", (await CheckAsync(host)).Description);
        metrics.Fails = static _ => false;
        await UntilAsync(async () => (await CheckAsync(host)).Status == HealthStatus.Healthy);

        // A parked item.
        var parking = host.Services.GetRequiredService<Recorder<Run>>();
        parking.Fails = static _ => true;
        await host.Services.GetRequiredService<DynamoTable<Run>>().PutAsync(new Run { RunId = "1", ExperimentId = "e" }, Ct);
        await UntilAsync(async () => (await CheckAsync(host)).Status == HealthStatus.Degraded);
        await host.StopAsync(Ct);
        Assert.Equal(HealthStatus.Unhealthy, (await CheckAsync(host)).Status);
    }

    [Fact]
    public async Task Metrics_ShowRecordsAndLag()
    {
        var seen = new HashSet<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == "DynamoToolkit" && instrument.Name.Contains(".stream.", StringComparison.Ordinal))
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument.Name, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument.Name, (long)value, tags));
        listener.Start();
        using var host = Build();
        await host.StartAsync(Ct);
        await host.Services.GetRequiredService<DynamoTable<Metric>>().PutAsync(new Metric { RunId = "1", Name = "a" }, Ct);
        await UntilAsync(() => Task.FromResult(!metrics.Changes.IsEmpty));

        // The change is handled a moment before it is counted.
        string[] expected =
        [
            "dynamotoolkit.stream.records 1", "dynamotoolkit.stream.shards 1", "dynamotoolkit.stream.lag 0",
            "dynamotoolkit.stream.pending_records 0",
        ];
        await UntilAsync(() =>
        {
            listener.RecordObservableInstruments();
            lock (seen)
                return Task.FromResult(seen.IsSupersetOf(expected));
        });
        await host.StopAsync(Ct);

        void Note(string name, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            // Other tests measure at the same time.
            foreach (var tag in tags)
            {
                if (tag is { Key: "dynamotoolkit.stream.consumer", Value: "hosted" })
                {
                    lock (seen)
                        seen.Add($"{name} {value}");
                }
            }
        }
    }

    [Fact]
    public void Mistakes_AreFoundAtOnce()
    {
        var services = new ServiceCollection();
        Assert.Throws<ArgumentOutOfRangeException>(() => services.AddDynamoStream<Run>(static options => options.Lanes = 0));
        services.AddDynamoStream<Run>(static options => options.Name = "same");
        var error = Assert.Throws<ArgumentException>(() => services.AddDynamoStream<Metric>(static options => options.Name = "same"));
        Assert.Contains("'same'", error.Message, StringComparison.Ordinal);
        services.AddDynamoStream<Run>(static options => options.Name = "other");
        Assert.Throws<ArgumentOutOfRangeException>(
            () => services.AddHealthChecks().AddDynamoStreams(configure: static options => options.MaxLag = TimeSpan.Zero));
    }

    public void Dispose() => engine.Dispose();

    private static async Task<HealthReportEntry> CheckAsync(IHost host) =>
        (await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Ct)).Entries["dynamo-streams"];

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var attempt = 0; !await holds(); attempt++)
        {
            Assert.True(attempt < 6000, "The condition does not come true.");
            await Task.Delay(10, Ct);
        }
    }

    private IHost Build()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSingleton<IDynamoTransport>(engine).AddDynamoToolkit().AddDynamoTable<Run>().AddDynamoTable<Metric>();
        builder.Services.EnsureDynamoTables(
            TableDefinition.For(TableModel.Of<Run>(), TableModel.Of<Metric>()).WithStream(), StreamTable.Define());
        builder.Services.AddSingleton(new Recorder<Run>());
        builder.Services.AddDynamoStream<Run>(static options =>
            {
                options.Name = "hosted";
                options.MaxAttempts = 2;
            })
            .AddHandler<Run, Recorder<Run>>()
            .AddHandler<Metric>(_ => metrics);
        builder.Services.AddHealthChecks().AddDynamoStreams();
        return builder.Build();
    }
}
