using DynamoToolkit.Hosting;
using DynamoToolkit.Integration.Tests.Docs.Streams;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Local;
using DynamoToolkit.Schema;
using DynamoToolkit.Streams;
using DynamoToolkit.Transport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace DynamoToolkit.Integration.Tests.Docs;

/// <summary>The examples of <c>docs/patterns/streams.md</c> run; a test compares them with the page.</summary>
public sealed class StreamExamples
{
    private readonly CancellationToken ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Host_RunsAConsumer()
    {
        var imported = new TaskCompletionSource();
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSingleton<IDynamoTransport>(LocalDynamo.InMemory()).AddDynamoToolkit().AddDynamoTable<Run>();
        builder.Services.AddSingleton(new Importer((_, _) =>
        {
            imported.TrySetResult();
            return Task.CompletedTask;
        }));

        // example: tables
        builder.Services.EnsureDynamoTables(
            TableDefinition.For(TableModel.Of<Run>(), TableModel.Of<Metric>()).WithStream(),
            StreamTable.Define());
        // end

        // example: host
        builder.Services.AddDynamoStream<Run>(options => options.Name = "upkeep")
            .AddHandler<Metric, NewestMetric>()
            .AddHandler<Metric>(services => services.GetRequiredService<Importer>());
        // end

        // example: health
        builder.Services.AddHealthChecks().AddDynamoStreams(configure: options => options.MaxLag = TimeSpan.FromMinutes(1));
        // end

        using var host = builder.Build();
        await host.StartAsync(ct);
        var db = host.Services.GetRequiredService<DynamoClient>();
        await db.Table<Run>().PutAsync(new Run { RunId = "1", ExperimentId = "e" }, ct);
        await db.Table<Metric>().PutAsync(new Metric { RunId = "1", Name = "loss", Step = 3, Value = 0.5 }, ct);
        await imported.Task.WaitAsync(TimeSpan.FromMinutes(5), ct);
        Assert.Equal(0.5, (await db.Table<Run>().GetAsync(Run.Key("1"), true, ct))!.Score);
        var report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(ct);
        Assert.Equal(HealthStatus.Healthy, report.Status);

        // example: replay
        var upkeep = host.Services.GetRequiredKeyedService<StreamConsumer>("upkeep");
        await foreach (var letter in upkeep.ReadDeadLettersAsync(ct))
            Console.WriteLine($"{letter.Handler} failed on {letter.Item} {letter.Attempts} times: {letter.Reason}");

        var result = await upkeep.ReplayDeadLettersAsync(cancellationToken: ct);
        Console.WriteLine($"{result.Applied} changes handled, {result.ItemsStillParked} items still parked");
        await upkeep.DiscardDeadLettersAsync(letter => letter.Handler == "importer", ct);
        // end
        await host.StopAsync(ct);
    }

    [Fact]
    public async Task Consumer_WithoutAHost_AndLambda()
    {
        using var db = new DynamoClient(LocalDynamo.InMemory());
        await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Run>(), TableModel.Of<Metric>()).WithStream(), ct);
        await db.EnsureTableAsync(StreamTable.Define(), ct);
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        // example: consumer
        var consumer = StreamConsumer.For<Run>(db, new StreamConsumerOptions { Name = "upkeep", StartFrom = StreamStart.Now })
            .AddHandler(new NewestMetric(db.Table<Run>()));
        await consumer.RunAsync(stop.Token);                        // until it is stopped
        // end
        Assert.False(consumer.Status.IsRunning);
        var eventJson = "{\"Records\":[]}"u8.ToArray();

        // example: lambda
        StreamBatchResponse response = await consumer.HandleEventAsync(eventJson, ct);
        byte[] answer = response.ToUtf8Json();                      // {"batchItemFailures":[]}
        // end
        Assert.Equal("""{"batchItemFailures":[]}""", System.Text.Encoding.UTF8.GetString(answer));

        // example: read
        foreach (var change in DynamoStreamEvent.Read<Metric>(eventJson))
            Console.WriteLine($"{change.Kind} {change.Key}: {change.Old?.Value} -> {change.New?.Value}");
        // end
    }
}
