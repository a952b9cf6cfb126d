using System.Text.Json;
using DynamoToolkit.Transport;

namespace DynamoToolkit.Runtime.Tests.Tables.Support;

/// <summary>A client over a fake transport.</summary>
internal sealed class Db
{
    public Db(Action<DynamoClientOptions>? configure = null)
    {
        var options = new DynamoClientOptions { TimeProvider = Clock, Jitter = static () => 0.5 };
        configure?.Invoke(options);
        Client = new DynamoClient(Transport, options);
    }

    public FakeTransport Transport { get; } = new();

    public TestClock Clock { get; } = new();

    public DynamoClient Client { get; }

    public DynamoTable<Run> Runs => Client.Table<Run>();

    public DynamoTable<Metric> Metrics => Client.Table<Metric>();

    /// <summary>The body of the only request, which must be well-formed JSON.</summary>
    public string Sent
    {
        get
        {
            var body = Assert.Single(Transport.Requests).Body;
            using var parsed = JsonDocument.Parse(body);
            return body;
        }
    }

    public DynamoOperation Operation => Assert.Single(Transport.Requests).Operation;
}
