using System.Collections.Concurrent;
using System.Diagnostics;
using DynamoToolkit.Hosting;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Local;
using DynamoToolkit.Transport;
using DynamoToolkit.Transport.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DynamoToolkit.Integration.Tests.Hosting;

public sealed class EngineTelemetryTests : IDisposable
{
    private readonly Activity root = new Activity("root").Start();
    private readonly ConcurrentQueue<Activity> activities = new();
    private readonly ActivityListener listener;

    public EngineTelemetryTests()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == DynamoTelemetry.Name,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == root.TraceId)
                    activities.Enqueue(activity);
            },
        };
        ActivitySource.AddActivityListener(listener);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task EmbeddedEngine_InAHost_HasASpanForEachCall_UnlessItIsTurnedOff(bool enabled)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services
            .AddSingleton<IDynamoTransport>(LocalDynamo.InMemory())
            .AddDynamoToolkit(options => options.EnableTelemetry = enabled)
            .AddDynamoTable<Counter>()
            .EnsureDynamoTables(TableDefinition.For(TableModel.Of<Counter>()));
        using var host = builder.Build();
        await host.StartAsync(Ct);
        activities.Clear();

        var counters = host.Services.GetRequiredService<DynamoTable<Counter>>();
        await counters.PutAsync(new Counter { Id = 1 }, Ct);
        await counters.GetAsync(Counter.Key(1), cancellationToken: Ct);
        await host.StopAsync(Ct);

        Assert.Equal(
            enabled ? ["PutItem counters", "GetItem counters"] : [], activities.Select(static activity => activity.DisplayName));
    }

    public void Dispose()
    {
        listener.Dispose();
        root.Dispose();
    }
}
