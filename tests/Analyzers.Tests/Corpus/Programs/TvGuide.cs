using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Corpus.Broadcasts;
using DynamoToolkit;

namespace Corpus.Programs.TvGuide;

/// <summary>What is on.</summary>
public sealed class TvGuide(DynamoTable<Broadcast> broadcasts)
{
    public async Task<Broadcast?> NowAsync(string channel, DateTimeOffset now, CancellationToken token) =>
        await broadcasts.Query(Broadcast.Partition(channel), Broadcast.SortKey.AtMost(now)).Descending().FirstOrDefaultAsync(token)
            is { } latest && latest.Ends > now ? latest : null;

    public Task<List<Broadcast>> EveningAsync(string channel, DateOnly day, CancellationToken token)
    {
        var from = new DateTimeOffset(day, new TimeOnly(20, 0), TimeSpan.Zero);
        return broadcasts.Query(Broadcast.Partition(channel), Broadcast.SortKey.Between(from, from.AddHours(4))).ToListAsync(token);
    }

    public Task<List<Broadcast>> RepeatsAsync(string series, int season, int episode, CancellationToken token) =>
        broadcasts.Query(Broadcast.Index.ByEpisode(series, season), Broadcast.Index.ByEpisodeSortKey.EqualTo(episode)).ToListAsync(token);

    public Task DelayAsync(Broadcast broadcast, TimeSpan by, CancellationToken token) =>
        broadcasts.Update(Broadcast.Key(broadcast.Channel, broadcast.Begins))
            .Set(b => b.Ends, broadcast.Ends + by)
            .IfExists()
            .ExecuteAsync(token);
}
