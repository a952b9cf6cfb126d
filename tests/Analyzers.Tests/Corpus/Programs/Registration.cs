using System;
using Corpus.Orders;
using DynamoToolkit;
using DynamoToolkit.Hosting;
using DynamoToolkit.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Corpus.Programs.Registration;

/// <summary>Registers what the program needs, a second account included.</summary>
public static class Registration
{
    public static IServiceCollection AddOrders(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddDynamoToolkit(configuration.GetSection("Dynamo"));
        services.AddDynamoToolkit("archive", options =>
        {
            options.Region = "eu-north-1";
            options.TableNamePrefix = "archive-";
        });
        services.AddDynamoTable<Order>();
        services.AddDynamoTable<OrderItem>();
        services.AddDynamoTable<Order>("archive");
        services.EnsureDynamoTables(
            TableDefinition.For(TableModel.Of<Order>(), TableModel.Of<OrderItem>(), TableModel.Of<Shipment>()));
        services.AddSingleton<Func<string, DynamoTable<Order>>>(provider =>
            name => provider.GetRequiredKeyedService<DynamoTable<Order>>(name));
        return services.AddSingleton(_ => new DynamoClient(new DynamoClientOptions { MaxConflictRetries = 3 }));
    }
}
