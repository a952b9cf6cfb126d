using System.Text;
using DynamoToolkit.Hosting;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Integration.Tests.Support;
using DynamoToolkit.Local;
using DynamoToolkit.Schema;
using DynamoToolkit.Transport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace DynamoToolkit.Integration.Tests.Hosting;

public sealed class HealthCheckTests : IDisposable
{
    private static readonly TableDefinition Counters = TableDefinition.For(TableModel.Of<Counter>());

    private readonly LocalDynamo engine = LocalDynamo.InMemory();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DeclaredTables_AllActive_IsHealthy()
    {
        var requests = new List<(DynamoOperation, string?)>();
        using var host = Build(
            static services => services
                .AddDynamoToolkit(static options => options.TableNamePrefix = "x-")
                .AddDynamoTable<Counter>()
                .EnsureDynamoTables(Counters, TableDefinition.For(TableModel.Of<Run>())),
            Watched(requests));
        await host.StartAsync(Ct);
        requests.Clear();

        var entry = await CheckAsync(host);

        Assert.Equal(HealthStatus.Healthy, entry.Status);
        Assert.Equal("All 2 tables are active.", entry.Description);
        Assert.Equal([new("x-counters", "ACTIVE"), new("x-tracking", "ACTIVE")], entry.Data.OrderBy(static pair => pair.Key));
        Assert.Equal(
            [(DynamoOperation.DescribeTable, "x-counters"), (DynamoOperation.DescribeTable, "x-tracking")],
            requests.OrderBy(static request => request.Item2));
        await host.StopAsync(Ct);
    }

    [Fact]
    public async Task MissingTable_IsNamed_AndOthersAreReported()
    {
        using var host = Build(static services => services.AddDynamoToolkit().AddDynamoTable<Counter>().AddDynamoTable<Run>());
        await host.Services.GetRequiredService<DynamoClient>().EnsureTableAsync(Counters, Ct);

        var entry = await CheckAsync(host);

        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.Equal("The table 'tracking' does not exist.", entry.Description);
        Assert.Equal([new("counters", "ACTIVE"), new("tracking", "MISSING")], entry.Data.OrderBy(static pair => pair.Key));
    }

    [Theory]
    [InlineData("CREATING", HealthStatus.Unhealthy)]
    [InlineData("DELETING", HealthStatus.Unhealthy)]
    [InlineData("INACCESSIBLE_ENCRYPTION_CREDENTIALS", HealthStatus.Unhealthy)]
    [InlineData("UPDATING", HealthStatus.Degraded)]
    public async Task TableThatIsNotActive_IsNamedWithItsStatus(string status, HealthStatus expected)
    {
        using var host = Build(
            static services => services.AddDynamoToolkit().AddDynamoTable<Counter>(),
            new Interceptor(engine, _ => $$$"""{"Table":{"TableStatus":"{{{status}}}"}}"""));

        var entry = await CheckAsync(host);

        Assert.Equal(expected, entry.Status);
        Assert.Equal($"The table 'counters' is {status}.", entry.Description);
        Assert.Equal(status, entry.Data["counters"]);
    }

    [Fact]
    public async Task IndexThatIsNotActive_IsNamed()
    {
        using var host = Build(
            static services => services.AddDynamoToolkit().AddDynamoTable<Counter>(),
            new Interceptor(
                engine,
                static _ => """
                    {"Table":{"TableStatus":"ACTIVE","GlobalSecondaryIndexes":[{"IndexName":"byValue","IndexStatus":"CREATING"}]}}
                    """));

        var entry = await CheckAsync(host);

        Assert.Equal(HealthStatus.Degraded, entry.Status);
        Assert.Equal("The index 'byValue' of the table 'counters' is CREATING.", entry.Description);
    }

    [Fact]
    public async Task FailureStatusTablesAndTags_AreTheOptions()
    {
        using var host = Build(
            static services => services.AddDynamoToolkit().AddDynamoTable<Run>(),
            transport: null,
            static checks => checks.AddDynamo(
                "tables", static options => options.TableNames.Add("counters"), HealthStatus.Degraded, ["ready"]));

        var entry = await CheckAsync(host, "tables");

        Assert.Equal(HealthStatus.Degraded, entry.Status);
        Assert.Equal("The table 'counters' does not exist.", entry.Description);
        Assert.Equal(["ready"], entry.Tags);
    }

    [Fact]
    public async Task NoTables_AsksForTheNameOfOne()
    {
        string? body = null;
        using var host = Build(
            static services => services.AddDynamoToolkit(),
            new Interceptor(engine, request =>
            {
                body = $"{request.Operation} {Encoding.UTF8.GetString(request.Body.Span)}";
                return null;
            }));

        var entry = await CheckAsync(host);

        Assert.Equal(HealthStatus.Healthy, entry.Status);
        Assert.Equal("""ListTables {"Limit":1}""", body);
    }

    [Fact]
    public async Task ServiceThatFails_IsUnhealthy_WithoutTheErrorsMessage()
    {
        using var host = Build(
            static services => services.AddDynamoToolkit().AddDynamoTable<Counter>(),
            new Interceptor(engine, static string? (_) => throw new TransportException("secret")));

        var entry = await CheckAsync(host);

        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.Equal(
            "The question for the table 'counters' failed with DynamoToolkit.Transport.TransportException.", entry.Description);
        Assert.IsType<TransportException>(entry.Exception);
    }

    [Fact]
    public async Task TransportThatNeverAnswers_EndsWithTheTimeout()
    {
        var clock = new FakeTimeProvider();

        // It ignores its token, and the clock moves only when the question has been sent.
        var silent = new TaskCompletionSource<string?>();
        Task<string?> Never(DynamoRequest request, CancellationToken cancellationToken)
        {
            clock.Advance(TimeSpan.FromSeconds(3));
            return silent.Task;
        }

        using var host = Build(
            services => services.AddSingleton<TimeProvider>(clock).AddDynamoToolkit().AddDynamoTable<Counter>(),
            new Interceptor(engine, Never),
            static checks => checks.AddDynamo(configure: static options => options.Timeout = TimeSpan.FromSeconds(3)));

        var entry = await CheckAsync(host);

        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.Equal("The question for the table 'counters' got no answer in 3 s.", entry.Description);
        Assert.Equal("TIMEOUT", entry.Data["counters"]);
        silent.SetResult(null);
    }

    [Fact]
    public async Task ClientThatCannotBeCreated_IsUnhealthy()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Regoin", "eu-west-1")]).Build();
        using var host = Build(services => services.AddDynamoToolkit(configuration));

        var entry = await CheckAsync(host);

        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.Equal("The DynamoClient could not be created.", entry.Description);
        Assert.Contains("Regoin", entry.Exception!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClientWithAName_IsCheckedWithItsTablesAlone()
    {
        using var archive = LocalDynamo.InMemory();
        using var host = Build(
            services => services
                .AddKeyedSingleton<IDynamoTransport>("archive", new Interceptor(archive, static _ => null))
                .AddDynamoToolkit()
                .AddDynamoToolkit("archive")
                .AddDynamoTable<Run>()
                .AddDynamoTable<Counter>("archive"),
            transport: null,
            static checks => checks.AddDynamo("archive", static options => options.ClientName = "archive"));

        Assert.Equal("The table 'counters' does not exist.", (await CheckAsync(host, "archive")).Description);
        await host.Services.GetRequiredKeyedService<DynamoClient>("archive").EnsureTableAsync(Counters, Ct);
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(host, "archive")).Status);
    }

    [Fact]
    public async Task CallerThatCancels_GetsAResult()
    {
        var registration = new HealthCheckRegistration("dynamo", static _ => throw new NotSupportedException(), null, null);
        HealthCheckRegistration? added = null;
        using var host = Build(
            static services => services.AddDynamoToolkit().AddDynamoTable<Counter>(),
            transport: null,
            checks => checks.AddDynamo());
        added = host.Services
            .GetRequiredService<Microsoft.Extensions.Options.IOptions<HealthCheckServiceOptions>>().Value.Registrations.Single();

        var result = await added.Factory(host.Services).CheckHealthAsync(
            new HealthCheckContext { Registration = registration }, new CancellationToken(canceled: true));

        Assert.Equal(HealthStatus.Unhealthy, result.Status);
        Assert.IsType<OperationCanceledException>(result.Exception, exactMatch: false);
    }

    [Fact]
    public void Timeout_ThatIsNotPositive_IsRefusedAtOnce() => Assert.Throws<ArgumentOutOfRangeException>(
        static () => new ServiceCollection().AddHealthChecks().AddDynamo(configure: static options => options.Timeout = TimeSpan.Zero));

    public void Dispose() => engine.Dispose();

    private Interceptor Watched(List<(DynamoOperation Operation, string? Table)> requests) => new(engine, request =>
    {
        lock (requests)
            requests.Add((request.Operation, request.TableName));
        return null;
    });

    private IHost Build(
        Action<IServiceCollection> register, IDynamoTransport? transport = null, Action<IHealthChecksBuilder>? addChecks = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSingleton(transport ?? new Interceptor(engine, static _ => null));
        register(builder.Services);
        var checks = builder.Services.AddHealthChecks();
        if (addChecks is null)
            checks.AddDynamo();
        else
            addChecks(checks);
        return builder.Build();
    }

    private static async Task<HealthReportEntry> CheckAsync(IHost host, string name = "dynamo")
    {
        var report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Ct);
        return report.Entries[name];
    }
}
