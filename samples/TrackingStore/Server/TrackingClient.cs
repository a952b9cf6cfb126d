using DynamoToolkit;
using DynamoToolkit.Hosting;
using DynamoToolkit.Local;
using DynamoToolkit.Transport;
using Microsoft.Extensions.Options;
using TrackingStore.Availability;
using TrackingStore.Model;

namespace TrackingStore.Server;

/// <summary>The DynamoDB behind the server: any that answers at an address, or the embedded one.</summary>
internal static class TrackingClient
{
    /// <summary>Requests that create, rename or tag the same thing meet at one item; they wait some seconds for each other.</summary>
    private const int MaxConflictRetries = 6;

    /// <summary>Registers the client that the options ask for.</summary>
    public static IServiceCollection AddTrackingClient(this IServiceCollection services, ServerOptions options) => services
        .AddSingleton(provider => new GuardedTransport(
            TransportOf(provider, options),
            new Outage("DynamoDB", options.Time, provider.GetRequiredService<ILogger<Outage>>()),
            options.StoreTimeout,
            options.Time))
        .AddSingleton<IDynamoTransport>(provider => provider.GetRequiredService<GuardedTransport>())
        .AddDynamoToolkit(client =>
        {
            client.ServiceEndpoint = options.Endpoint;
            client.MaxConflictRetries = MaxConflictRetries;
            client.Retention[RunItem.DeletedRuns] =
                options.DeletedRunsRetentionDays is { } days ? TimeSpan.FromDays(days) : Timeout.InfiniteTimeSpan;
            client.TableNames[ServerOptions.StandardTable] = options.TableName;
        });

    private static IDynamoTransport TransportOf(IServiceProvider provider, ServerOptions options)
    {
        if (options.Endpoint is not null)
            return new HttpTransport(provider.GetRequiredService<IOptions<DynamoClientOptions>>().Value.Http);

        var engine = new LocalDynamoOptions { TimeProvider = options.Time };
        return options.DataFolder is { } folder ? LocalDynamo.Open(folder, engine) : LocalDynamo.InMemory(engine);
    }
}
