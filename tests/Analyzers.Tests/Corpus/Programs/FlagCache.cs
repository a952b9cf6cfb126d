using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Corpus.FeatureFlags;
using DynamoToolkit;
using Microsoft.Extensions.Hosting;

namespace Corpus.Programs.FlagCache;

/// <summary>Holds an application's flags in memory, and reads them anew each minute.</summary>
public sealed class FlagCache(DynamoTable<FeatureFlag> flags, string application, TimeProvider clock) : BackgroundService
{
    private volatile FrozenDictionary<string, FeatureFlag> current = FrozenDictionary<string, FeatureFlag>.Empty;

    public bool IsOn(string name, int percentile) => current.GetValueOrDefault(name) is { } flag && flag.Rollout switch
    {
        Rollout.On => true,
        Rollout.Percent => percentile < flag.Percent,
        _ => false,
    };

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        do
        {
            var all = await flags.Query(FeatureFlag.Partition(application)).ToListAsync(stoppingToken);
            current = all.ToFrozenDictionary(flag => flag.Name);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}

/// <summary>Changes flags, for the console.</summary>
public sealed class FlagAdministration(DynamoTable<FeatureFlag> flags)
{
    public async Task<bool> SetAsync(FeatureFlag flag, Rollout rollout, int percent, CancellationToken cancellationToken)
    {
        try
        {
            flag.Rollout = rollout;
            flag.Percent = percent;
            await flags.PutAsync(flag, cancellationToken);
            return true;
        }
        catch (ConcurrencyConflictException)
        {
            return false;
        }
    }

    public Task<bool> ExistsAsync(string application, string name, CancellationToken cancellationToken) =>
        flags.Query(FeatureFlag.Partition(application), FeatureFlag.SortKey.EqualTo(name)).AnyAsync(cancellationToken);

    public async Task<string[]> NamesAsync(string application, CancellationToken cancellationToken) =>
        [.. (await flags.Query(FeatureFlag.Partition(application)).ToListAsync(cancellationToken)).Select(flag => flag.Name).Order()];
}
