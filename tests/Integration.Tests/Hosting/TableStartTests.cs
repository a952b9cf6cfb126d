using DynamoToolkit.Hosting;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Integration.Tests.Support;
using DynamoToolkit.Local;
using DynamoToolkit.Schema;
using DynamoToolkit.Transport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DynamoToolkit.Integration.Tests.Hosting;

public sealed class TableStartTests : IDisposable
{
    private static readonly TableDefinition Counters = TableDefinition.For(TableModel.Of<Counter>());
    private static readonly TableDefinition Tracking = TableDefinition.For(TableModel.Of<Run>(), TableModel.Of<Metric>());

    private readonly LocalDynamo engine = LocalDynamo.InMemory();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_TablesAreThere_BeforeOtherServicesStart()
    {
        IReadOnlyList<string>? found = null;
        using var host = Build(services =>
        {
            // It is registered first, so its StartAsync runs first.
            services.AddHostedService(_ => new Service(async () => found = await TablesAsync()));
            services.AddDynamoToolkit(static options => options.TableNamePrefix = "test-").EnsureDynamoTables(Counters, Tracking);
        });

        await host.StartAsync(Ct);
        await host.StopAsync(Ct);

        Assert.Equal(["test-counters", "test-tracking"], found);
    }

    [Fact]
    public async Task Start_Again_KeepsTablesAndItems()
    {
        for (var start = 1; start <= 2; start++)
        {
            using var host = Build(static services => services.AddDynamoToolkit().EnsureDynamoTables(Counters).AddDynamoTable<Counter>());
            await host.StartAsync(Ct);
            var counters = host.Services.GetRequiredService<DynamoTable<Counter>>();
            var existing = await counters.GetAsync(Counter.Key(1), cancellationToken: Ct);
            Assert.Equal(start == 1 ? 0 : 5, existing.Value);
            await counters.PutAsync(new Counter { Id = 1, Value = 5 }, Ct);
            await host.StopAsync(Ct);
        }
    }

    [Fact]
    public async Task Start_TableThatDiffers_StopsTheHostBeforeAnyServiceStarts()
    {
        using var other = new DynamoClient(new Interceptor(engine, static _ => null), new() { TableNames = { ["counters"] = "tracking" } });
        await other.EnsureTableAsync(Counters, Ct);
        var started = false;
        using var host = Build(services =>
        {
            services.AddHostedService(_ => new Service(() => Task.FromResult(started = true)));
            services.AddDynamoToolkit().EnsureDynamoTables(Tracking);
        });

        var exception = await Assert.ThrowsAsync<SchemaMismatchException>(() => host.StartAsync(Ct));

        Assert.Equal("tracking", exception.TableName);
        Assert.False(started);
    }

    [Fact]
    public async Task Start_ClientThatIsNotRegistered_StopsTheHost()
    {
        using var host = Build(static services => services.AddDynamoToolkit().EnsureDynamoTables("archive", Counters));

        await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync(Ct));
    }

    [Fact]
    public async Task Start_SeveralInstancesAtOnce_AllStart()
    {
        const int instances = 4;
        var describing = instances;
        var creating = 0;
        var allSawNothing = new TaskCompletionSource();

        // No instance creates the table before all of them have seen that it does not exist.
        async Task<string?> MeetAsync(DynamoRequest request, CancellationToken cancellationToken)
        {
            if (request.Operation is not DynamoOperation.CreateTable)
                return null;

            Interlocked.Increment(ref creating);
            if (Interlocked.Decrement(ref describing) == 0)
                allSawNothing.SetResult();
            await allSawNothing.Task.WaitAsync(cancellationToken);
            return null;
        }

        var hosts = Enumerable.Range(0, instances)
            .Select(_ => Build(
                static services => services.AddDynamoToolkit().EnsureDynamoTables(Tracking), new Interceptor(engine, MeetAsync)))
            .ToList();
        await Task.WhenAll(hosts.Select(host => host.StartAsync(Ct)));

        Assert.Equal(instances, creating);
        Assert.Equal(["tracking"], await TablesAsync());
        foreach (var host in hosts)
        {
            await host.StopAsync(Ct);
            host.Dispose();
        }
    }

    [Fact]
    public async Task Start_WithoutTheOption_SendsNothing()
    {
        var requests = 0;
        using var host = Build(
            static services => services.AddDynamoToolkit().AddDynamoTable<Counter>(),
            new Interceptor(engine, _ => Interlocked.Increment(ref requests) < 0 ? "" : null));

        await host.StartAsync(Ct);
        _ = host.Services.GetRequiredService<DynamoTable<Counter>>();
        await host.StopAsync(Ct);

        Assert.Equal(0, requests);
    }

    [Fact]
    public async Task Start_ClientWithAName_GetsItsTables()
    {
        using var archive = LocalDynamo.InMemory();
        using var host = Build(services => services
            .AddKeyedSingleton<IDynamoTransport>("archive", new Interceptor(archive, static _ => null))
            .AddDynamoToolkit()
            .AddDynamoToolkit("archive")
            .EnsureDynamoTables(Tracking)
            .EnsureDynamoTables("archive", Counters));

        await host.StartAsync(Ct);
        await host.StopAsync(Ct);

        Assert.Equal(["tracking"], await TablesAsync());
        Assert.Equal(["counters"], await TablesAsync(archive));
    }

    public void Dispose() => engine.Dispose();

    private IHost Build(Action<IServiceCollection> register, IDynamoTransport? transport = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSingleton(transport ?? new Interceptor(engine, static _ => null));
        register(builder.Services);
        return builder.Build();
    }

    private Task<IReadOnlyList<string>> TablesAsync() => TablesAsync(engine);

    private static async Task<IReadOnlyList<string>> TablesAsync(LocalDynamo engine) =>
        [.. (await new DynamoClient(engine).ListTablesAsync(Ct).ToListAsync(Ct)).Order(StringComparer.Ordinal)];

    /// <summary>What an application starts: here, what the test does at that moment.</summary>
    private sealed class Service(Func<Task> start) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => start();

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
