using System.Diagnostics.Metrics;
using TrackingStore.Artifacts;
using TrackingStore.Availability;

namespace TrackingStore.Operations;

/// <summary>What the server counts of itself, besides what ASP.NET Core and the toolkit count.</summary>
internal sealed class ServerMeter : IDisposable
{
    /// <summary>The name of the meter.</summary>
    public const string Name = "TrackingStore";

    private readonly Meter meter = new(Name);
    private readonly TimeProvider time;
    private readonly Counter<long> refusedSignIns;
    private readonly Counter<long> removedRuns;
    private long lastCleanUp;

    /// <summary>Makes the instruments of what happens.</summary>
    public ServerMeter(TimeProvider time)
    {
        this.time = time;
        lastCleanUp = Now();
        refusedSignIns = meter.CreateCounter<long>(
            "tracking_store.sign_ins.refused", "{request}", "Requests with a wrong user name, password or access token.");
        removedRuns = meter.CreateCounter<long>("tracking_store.runs.removed", "{run}", "Expired runs that were removed.");
        meter.CreateObservableGauge(
            "tracking_store.last_clean_up.time",
            () => Interlocked.Read(ref lastCleanUp),
            "s",
            "When expired runs were last looked for without an error, since 1970; at first the server's start.");
    }

    /// <summary>Makes the instruments of the state of the server's parts.</summary>
    public void Observe(GuardedTransport store, IArtifactStore artifacts, string? dataFolder)
    {
        meter.CreateObservableGauge(
            "tracking_store.outage",
            () => new[] { Outage("store", store.IsFailing), Outage("artifacts", artifacts.IsFailing) },
            description: "1 while the store, or what keeps the artifacts, does not work.");
        meter.CreateObservableGauge(
            "tracking_store.disk.free",
            () => Disks(artifacts.Folder, dataFolder),
            "By",
            "The free bytes of the disks that hold the artifacts and the embedded store.");
    }

    /// <summary>Somebody could not sign in.</summary>
    public void RefusedSignIn() => refusedSignIns.Add(1);

    /// <summary>Expired runs were looked for, and removed.</summary>
    public void CleanedUp(int runs)
    {
        Interlocked.Exchange(ref lastCleanUp, Now());
        removedRuns.Add(runs);
    }

    /// <inheritdoc/>
    public void Dispose() => meter.Dispose();

    private static Measurement<int> Outage(string part, bool isOngoing) =>
        new(isOngoing ? 1 : 0, KeyValuePair.Create<string, object?>("part", part));

    private static IEnumerable<Measurement<long>> Disks(string? artifacts, string? dataFolder)
    {
        if (artifacts is not null) yield return new(FreeBytes(artifacts), KeyValuePair.Create<string, object?>("holds", "artifacts"));
        if (dataFolder is not null) yield return new(FreeBytes(dataFolder), KeyValuePair.Create<string, object?>("holds", "store"));
    }

    private static long FreeBytes(string folder) => new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;

    private long Now() => time.GetUtcNow().ToUnixTimeSeconds();
}
