using Amazon.DynamoDBv2;
using Amazon.Runtime;
using AotShop.Model;
using DynamoToolkit;
using DynamoToolkit.Hosting;
using DynamoToolkit.Local;
using DynamoToolkit.Transport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AotShop;

/// <summary>The ways to a database: every transport, and the client that a host makes.</summary>
internal static class Doors
{
    private static readonly BasicAWSCredentials Credentials = new("key", "secret");

    public static IReadOnlyDictionary<string, Func<LocalDynamo, Uri, DynamoClient>> All { get; } =
        new Dictionary<string, Func<LocalDynamo, Uri, DynamoClient>>
        {
            ["in process"] = (engine, _) => new DynamoClient(engine),
            ["HTTP, all from the environment"] = (_, endpoint) => FromEnvironment(endpoint),
            ["HTTP, by options"] = (_, endpoint) => new DynamoClient(
                new DynamoClientOptions
                {
                    ServiceEndpoint = endpoint,
                    Region = "eu-west-1",
                    Credentials = Credentials,
                    Http = { AcceptGzip = true }
                }),
            ["a host's client, from configuration"] = (_, endpoint) => FromConfiguration(endpoint),
            ["a host's client, in process"] = (engine, _) => ClientOf(
                new ServiceCollection()
                    .AddSingleton<IDynamoTransport>(engine)
                    .AddDynamoToolkit(options => options.TableNamePrefix = "test-")),
            ["the AWS SDK's pipeline"] = (_, endpoint) => new DynamoClient(new SdkTransport(Credentials, ConfigOf(endpoint))),
            ["an AWS SDK client"] = (_, endpoint) => new DynamoClient(
                new BridgeTransport(new AmazonDynamoDBClient(Credentials, ConfigOf(endpoint)), ownsClient: true)),
        };

    /// <summary>Address, region and credentials are what the AWS SDK's resolvers find.</summary>
    private static DynamoClient FromEnvironment(Uri endpoint)
    {
        Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL_DYNAMODB", endpoint.ToString());
        Environment.SetEnvironmentVariable("AWS_REGION", "eu-west-1");
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", "key");
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", "secret");
        return new DynamoClient();
    }

    private static DynamoClient FromConfiguration(Uri endpoint)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Dynamo:ServiceEndpoint"] = endpoint.ToString(),
            ["Dynamo:TableNames:shop"] = "shop-v2",
            ["Dynamo:PageTokenKey"] = Convert.ToBase64String(new byte[32]),
            ["Dynamo:Http:MaxAttempts"] = "3",
        }).Build();
        var client = ClientOf(
            new ServiceCollection().AddDynamoToolkit(configuration.GetSection("Dynamo"), options => options.Credentials = Credentials));
        Expect.Equal("shop-v2", client.Table<Book>().Name);
        return client;
    }

    private static DynamoClient ClientOf(IServiceCollection services)
    {
        var provider = services.AddDynamoTable<Book>().BuildServiceProvider();
        Expect.True(provider.GetRequiredService<DynamoTable<Book>>().Client == provider.GetRequiredService<DynamoClient>());
        return provider.GetRequiredService<DynamoClient>();
    }

    private static AmazonDynamoDBConfig ConfigOf(Uri endpoint) =>
        new() { ServiceURL = endpoint.ToString(), AuthenticationRegion = "eu-west-1" };
}
