using DynamoToolkit;
using DynamoToolkit.Local;

namespace MetricCatalogue.Store;

/// <summary>The DynamoDB behind the catalogue: any that answers at an address, or the embedded one.</summary>
internal sealed class CatalogueConnection : IDisposable
{
    private readonly LocalDynamo? engine;
    private readonly DynamoClient client;

    private CatalogueConnection(StoreOptions options, TimeProvider time)
    {
        var clientOptions = new DynamoClientOptions
        {
            ServiceEndpoint = options.Endpoint,
            TableNamePrefix = options.TablePrefix,
            TimeProvider = time,
        };
        if (options.Endpoint is null)
            engine = options.DataFolder is { } folder ? LocalDynamo.Open(folder) : LocalDynamo.InMemory();
        client = engine is null ? new DynamoClient(clientOptions) : new DynamoClient(engine, clientOptions);
        Tables = new CatalogueTables(client);
        Catalogue = new Catalogue(Tables, time);
    }

    /// <summary>The tables of the catalogue.</summary>
    public CatalogueTables Tables { get; }

    /// <summary>The catalogue.</summary>
    public Catalogue Catalogue { get; }

    /// <summary>Connects, and creates the tables where they are absent.</summary>
    public static async Task<CatalogueConnection> OpenAsync(StoreOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        var connection = new CatalogueConnection(options, time);
        try
        {
            await connection.Tables.EnsureAsync(cancellationToken);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        client.Dispose();
        engine?.Dispose();
    }
}
