using DynamoToolkit.Hosting;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Local;
using DynamoToolkit.Transport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace DynamoToolkit.Integration.Tests.Docs;

/// <summary>The examples of <c>docs/hosting.md</c> run; a test compares them with the page.</summary>
public sealed class HostingExamples
{
    private readonly HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Host_GivesTablesAndClient()
    {
        builder.Configuration.AddInMemoryCollection([new("Dynamo:TableNames:tracking", "tracking-v2")]);

        // example: host
        builder.Services.AddDynamoToolkit(builder.Configuration.GetSection("Dynamo"));
        builder.Services.AddDynamoTable<Run>();
        // end

        // example: host-transport
        builder.Services.AddSingleton<IDynamoTransport>(LocalDynamo.InMemory());
        // end

        var development = new ServiceCollection();

        // example: host-code
        development.AddDynamoToolkit(options => options.ServiceEndpoint = new Uri("http://127.0.0.1:8000"));
        // end

        using var provider = development.BuildServiceProvider();
        Assert.IsType<HttpTransport>(provider.GetRequiredService<DynamoClient>().Transport);
        using var host = builder.Build();
        Assert.Equal("tracking-v2", host.Services.GetRequiredService<DynamoTable<Run>>().Name);
        Assert.IsType<LocalDynamo>(host.Services.GetRequiredService<DynamoClient>().Transport);
    }

    [Fact]
    public async Task NamedClients_TablesAtStart_AndHealth()
    {
        builder.Configuration.AddInMemoryCollection([new("Archive:TableNamePrefix", "old-")]);
        builder.Services.AddSingleton<IDynamoTransport>(LocalDynamo.InMemory()).AddDynamoToolkit().AddDynamoTable<Run>();

        // example: named
        builder.Services.AddDynamoToolkit("archive", builder.Configuration.GetSection("Archive"));
        builder.Services.AddDynamoToolkit("reports", options => options.Region = "eu-central-1");
        builder.Services.AddDynamoTable<Run>("archive");
        // end

        // example: named-transport
        builder.Services.AddKeyedSingleton<IDynamoTransport>("archive", LocalDynamo.InMemory());
        // end

        builder.Services.AddTransient<Archiver>();

        // example: tables
        builder.Services.EnsureDynamoTables(
            TableDefinition.For(TableModel.Of<Run>(), TableModel.Of<Metric>()),
            TableDefinition.For(TableModel.Of<Counter>()));
        builder.Services.EnsureDynamoTables("archive", TableDefinition.For(TableModel.Of<Run>()));
        // end

        // example: health
        builder.Services.AddHealthChecks()
            .AddDynamo()
            .AddDynamo("archive", options =>
            {
                options.ClientName = "archive";
                options.Timeout = TimeSpan.FromSeconds(2);
            }, HealthStatus.Degraded, tags: ["ready"]);
        // end

        using var host = builder.Build();
        await host.StartAsync(Ct);
        var report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Ct);
        var archiver = host.Services.GetRequiredService<Archiver>();
        await host.StopAsync(Ct);

        Assert.Equal(HealthStatus.Healthy, report.Status);
        Assert.Equal(["archive", "dynamo"], report.Entries.Keys.Order());
        Assert.Equal(("tracking", "old-tracking"), (archiver.Runs.Name, archiver.Archive.Name));
    }
}
