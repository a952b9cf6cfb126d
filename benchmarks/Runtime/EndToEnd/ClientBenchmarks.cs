using BenchmarkDotNet.Attributes;

namespace DynamoToolkit.Benchmarks.EndToEnd;

/// <summary>Whole calls against the canned-response server, one after the other.</summary>
public class ClientBenchmarks
{
    private static readonly Dictionary<string, ClientOperation> Calls =
        ClientOperation.All.ToDictionary(static operation => operation.Name);

    // One server for the whole run; it ends with this process.
    private static readonly CannedServerProcess Server = CannedServerProcess.Start();

    public static IEnumerable<ClientVariant> Clients { get; } = ClientVariants.Create(Server.Uri);

    public static IEnumerable<string> Operations => Calls.Keys;

    [ParamsSource(nameof(Operations))]
    public required string Operation { get; set; }

    [ParamsSource(nameof(Clients))]
    public required ClientVariant Client { get; set; }

    [Benchmark]
    public Task Call() => Calls[Operation].Run(Client);
}
