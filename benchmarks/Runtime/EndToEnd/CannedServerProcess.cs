using System.Diagnostics;
using System.Globalization;
using DynamoToolkit.Benchmarks.Entities;
using DynamoToolkit.Benchmarks.Mapping;

namespace DynamoToolkit.Benchmarks.EndToEnd;

/// <summary>Runs the canned-response server as a process of its own, so that its work is nobody's CPU time and nobody's garbage.</summary>
internal sealed class CannedServerProcess : IDisposable
{
    /// <summary>The customers whose partitions have 100 and 1,000 orders.</summary>
    public const string Customer100 = "customer-hundred";
    public const string Customer1000 = "customer-thousand";

    private readonly Process process;
    private readonly DirectoryInfo folder;
    private readonly HttpClient client;

    private CannedServerProcess(Process process, DirectoryInfo folder, Uri uri)
    {
        this.process = process;
        this.folder = folder;
        Uri = uri;
        client = new HttpClient { BaseAddress = uri };
    }

    /// <summary>Where it listens.</summary>
    public Uri Uri { get; }

    public static CannedServerProcess Start()
    {
        var folder = Directory.CreateTempSubdirectory("canned-");
        foreach (var (name, body) in Answers())
            File.WriteAllBytes(Path.Combine(folder.FullName, name + ".json"), body);

        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "CannedServer.dll"), folder.FullName },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        var line = process.StandardOutput.ReadLine();
        if (!int.TryParse(line, CultureInfo.InvariantCulture, out var port))
            throw new InvalidOperationException($"The canned-response server did not start; it said '{line}'.");

        return new CannedServerProcess(process, folder, new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")));
    }

    /// <summary>The body of the last request of an operation; the first question switches keeping them on.</summary>
    public Task<byte[]> LastBodyAsync(string operation) => client.GetByteArrayAsync(new Uri(operation, UriKind.Relative));

    /// <summary>Stops keeping bodies.</summary>
    public Task ForgetAsync() => client.GetByteArrayAsync(new Uri("", UriKind.Relative));

    public void Dispose()
    {
        client.Dispose();
        process.StandardInput.Close();
        if (!process.WaitForExit(TimeSpan.FromSeconds(5)))
            process.Kill();

        process.Dispose();
        folder.Delete(recursive: true);
    }

    private static IEnumerable<(string Name, byte[] Body)> Answers()
    {
        yield return ("GetItem", CannedBodies.GetItem(Orders.Create(42)));
        yield return ("PutItem", CannedBodies.Nothing());
        yield return ("DeleteItem", CannedBodies.Nothing());
        yield return ("TransactGetItems", CannedBodies.TransactGet(Orders.CreateMany(10)));
        yield return ("UpdateItem", CannedBodies.Nothing());
        yield return ("Query@" + Customer100, CannedBodies.Query(Orders.CreateMany(100, Customer100)));
        yield return ("Query@" + Customer1000, CannedBodies.Query(Orders.CreateMany(1000, Customer1000)));
        yield return ("BatchGetItem", CannedBodies.BatchGet(Orders.CreateMany(100)));
        yield return ("BatchWriteItem", CannedBodies.BatchWrite());
        yield return ("TransactWriteItems", CannedBodies.Nothing());
    }
}
