using System.Diagnostics;
using Amazon.Runtime;
using Amazon.S3;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TrackingStore.Artifacts.S3;
using TrackingStore.Availability;

namespace TrackingStore.Tests.Support;

/// <summary>
/// A server with S3's API: Ceph's, which keeps everything in memory. Where it is not installed, the tests that need it are skipped.
/// </summary>
public sealed class RadosGateway : IAsyncLifetime
{
    /// <summary>The only bucket.</summary>
    internal const string Bucket = "artifacts";

    private static readonly string[] Programs = ["radosgw", "radosgw-admin", "ceph", "ceph-mon", "ceph-osd", "ceph-authtool", "monmaptool"];
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tracking-s3");
    private readonly HeldPort port = new();
    private readonly HeldPort monitor = new();
    private Process? process;

    /// <summary>The keys of the user.</summary>
    internal static AWSCredentials Credentials { get; } = new BasicAWSCredentials("access", "secret");

    /// <summary>The address of the server. Skips the test if there is none.</summary>
    internal Uri Endpoint
    {
        get
        {
            Assert.SkipWhen(
                process is null, "Ceph's S3 server is not installed; it is in Debian's packages 'radosgw', 'ceph-mon' and 'ceph-osd'.");
            return field!;
        }

        private set;
    }

    public async ValueTask InitializeAsync()
    {
        if (!Programs.All(IsInstalled)) return;
        var script = Path.Combine(AppContext.BaseDirectory, "Support", "radosgw.sh");
        string[] arguments = [script, folder.FullName, $"{port.Number}", $"{monitor.Number}"];
        process = Process.Start(new ProcessStartInfo("bash", arguments) { RedirectStandardOutput = true })!;
        Assert.Equal("ready", await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(3)));
        Endpoint = new Uri($"http://127.0.0.1:{port.Number}");
        using var client = Connect();
        await client.PutBucketAsync(Bucket);
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            using (var kill = Process.Start("kill", ["-s", "TERM", $"{process.Id}"])) await kill.WaitForExitAsync();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        port.Dispose();
        monitor.Dispose();
        folder.Delete(recursive: true);
    }

    /// <summary>A client of the server.</summary>
    internal IAmazonS3 Connect() => S3Clients.Create(Endpoint, Credentials);

    /// <summary>Opens a place in the bucket.</summary>
    /// <param name="prefix">What its keys begin with; null for a new one.</param>
    /// <param name="client">A client other than that of this server.</param>
    /// <param name="log">Where outages are reported.</param>
    /// <param name="limits">Limits other than those of a server.</param>
    internal S3Artifacts Open(string? prefix = null, IAmazonS3? client = null, ILogger? log = null, S3Limits? limits = null) => new(
        new S3Location(Bucket, $"{prefix ?? Guid.NewGuid().ToString("N")}/"),
        client ?? Connect(),
        TimeProvider.System,
        new Outage("The bucket", TimeProvider.System, log ?? NullLogger.Instance),
        limits);

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(path => File.Exists(Path.Combine(path, program)));
}
