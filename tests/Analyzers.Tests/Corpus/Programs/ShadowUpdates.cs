using System;
using System.Threading;
using System.Threading.Tasks;
using Corpus.Devices;
using DynamoToolkit;

namespace Corpus.Programs.ShadowUpdates;

/// <summary>Changes parts of a device's state, which are maps in the item.</summary>
public sealed class ShadowUpdates(DynamoTable<DeviceShadow> shadows)
{
    public Task ReportAsync(string serial, int brightness, CancellationToken ct) =>
        shadows.Update(DeviceShadow.Key(serial))
            .Set(s => s.Reported.Brightness, brightness)
            .Set(s => s.Reported.IsOn, brightness > 0)
            .IfExists()
            .ExecuteAsync(ct);

    public Task PlanAsync(DeviceShadow shadow, string name, Schedule schedule, CancellationToken ct) =>
        shadows.Update(shadow).Set(s => s.Desired.Schedules[name], schedule).ExecuteAsync(ct);

    public async Task<DeviceShadow> RegisterAsync(string serial, Version firmware, CancellationToken ct)
    {
        var shadow = new DeviceShadow { SerialNumber = serial, Firmware = firmware };
        await shadows.CreateAsync(shadow, ct);
        return shadow;
    }

    public async Task<bool> IsInSyncAsync(string serial, CancellationToken ct) =>
        await shadows.GetAsync(DeviceShadow.Key(serial), cancellationToken: ct) is { } shadow
        && shadow.Desired.IsOn == shadow.Reported.IsOn
        && shadow.Desired.Brightness == shadow.Reported.Brightness;
}
