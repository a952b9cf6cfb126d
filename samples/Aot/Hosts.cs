using AotShop.Model;
using AotShop.Steps;
using DynamoToolkit;
using DynamoToolkit.Hosting;
using DynamoToolkit.Local;
using DynamoToolkit.Streams;
using DynamoToolkit.Transport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace AotShop;

/// <summary>A host creates the tables of two clients before it starts, and checks them.</summary>
internal static class Hosts
{
    public static async Task RunAsync()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection([new("Archive:TableNamePrefix", "old-")]);
        builder.Services
            .AddSingleton<IDynamoTransport>(LocalDynamo.InMemory())
            .AddKeyedSingleton<IDynamoTransport>("archive", LocalDynamo.InMemory())
            .AddDynamoToolkit()
            .AddDynamoToolkit("archive", builder.Configuration.GetSection("Archive"))
            .AddDynamoToolkit("reports", static options => options.TableNamePrefix = "reports-")
            .AddDynamoTable<Basket>()
            .AddDynamoTable<Basket>("archive")
            .EnsureDynamoTables(TableDefinition.For(TableModel.Of<Basket>()).WithStream(), StreamTable.Define())
            .EnsureDynamoTables("archive", TableDefinition.For(TableModel.Of<Basket>()))
            .AddHealthChecks()
            .AddDynamo()
            .AddDynamo("archive", static options => options.ClientName = "archive")
            .AddDynamoStreams(configure: static options => options.MaxLag = TimeSpan.FromMinutes(1));
        builder.Services.AddDynamoStream<Basket>(static options => options.Name = "totals")
            .AddHandler<Basket, Totals>()
            .AddHandler<Basket>(static _ => new SilentTotals());
        using var host = builder.Build();
        await host.StartAsync();

        var basket = new Basket { Customer = Guid.NewGuid(), Total = 25m };
        var archive = host.Services.GetRequiredKeyedService<DynamoTable<Basket>>("archive");
        await archive.PutAsync(basket);
        Expect.Equal(basket, await archive.GetAsync(Basket.Key(basket.Customer)));
        Expect.Equal(0, await host.Services.GetRequiredService<DynamoTable<Basket>>().Scan().CountAsync());

        var report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        Expect.Equal(HealthStatus.Healthy, report.Status);
        await host.StopAsync();
    }
}
