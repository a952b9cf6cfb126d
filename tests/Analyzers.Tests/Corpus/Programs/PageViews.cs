using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Corpus.PageCounters;
using DynamoToolkit;

namespace Corpus.Programs.PageViews;

/// <summary>Counts views of pages. Views within a few seconds are added at once.</summary>
public sealed class PageViews(DynamoTable<TrackedPage> pages)
{
    private readonly Dictionary<(string Site, string Path), int> pending = [];
    private readonly Lock gate = new();

    public void Count(string site, string path)
    {
        lock (gate)
            pending[(site, path)] = pending.GetValueOrDefault((site, path)) + 1;
    }

    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        KeyValuePair<(string Site, string Path), int>[] batch;
        lock (gate)
        {
            batch = [.. pending];
            pending.Clear();
        }

        foreach (var ((site, path), count) in batch)
            await pages.Counter(TrackedPage.Key(site, path), TrackedPage.Counters.Views).AddAsync(count, cancellationToken);
    }

    public async Task LikeAsync(string site, string path, string click, CancellationToken cancellationToken) =>
        await pages.Counter(TrackedPage.Key(site, path), TrackedPage.Counters.Likes).AddOnceAsync(1, click, cancellationToken);

    public async Task<TrackedPage?> ReadAsync(string site, string path, CancellationToken cancellationToken)
    {
        var page = await pages.GetAsync(TrackedPage.Key(site, path), cancellationToken: cancellationToken);
        if (page is not null)
            await pages.LoadCountersAsync(page, cancellationToken: cancellationToken);
        return page;
    }
}
