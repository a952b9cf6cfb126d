using DynamoToolkit;
using DynamoToolkit.Local;

namespace TrackingStore.Server;

/// <summary>The DynamoDB behind the server: any that answers at an address, or the embedded one.</summary>
internal static class TrackingClient
{
    /// <summary>Opens a client for the options.</summary>
    public static DynamoClient Open(ServerOptions options)
    {
        var clientOptions = new DynamoClientOptions();
        clientOptions.TableNames[ServerOptions.StandardTable] = options.TableName;
        if (options.Endpoint is not null)
        {
            clientOptions.ServiceEndpoint = options.Endpoint;
            return new DynamoClient(clientOptions);
        }

        return new DynamoClient(options.DataFolder is { } folder ? LocalDynamo.Open(folder) : LocalDynamo.InMemory(), clientOptions);
    }
}
