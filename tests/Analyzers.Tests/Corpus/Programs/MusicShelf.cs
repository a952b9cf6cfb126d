using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Corpus.Library;
using Corpus.Music;
using DynamoToolkit;

namespace Corpus.Programs.MusicShelf;

/// <summary>Local indexes, read consistently.</summary>
public sealed class MusicShelf(DynamoTable<Track> tracks, DynamoTable<Loan> loans)
{
    public Task<List<Track>> TopAsync(string artist, int count, CancellationToken cancellationToken) =>
        tracks.Query(Track.Index.ByPlays(artist)).ConsistentRead().Descending().Limit(count).ToListAsync(cancellationToken);

    public async Task<List<string>> TitlesAsync(string artist, string beginning, CancellationToken cancellationToken)
    {
        var found = await tracks.Query(Track.Index.ByTitle(artist), Track.Index.ByTitleSortKey.StartsWith(beginning))
            .As<TrackTitle>()
            .ToListAsync(cancellationToken);
        return [.. found.Select(track => track.Title).Distinct()];
    }

    public Task PlayAsync(string artist, string position, CancellationToken cancellationToken) =>
        tracks.Update(Track.Key(artist, position)).Add(t => t.Plays, 1).IfExists().ExecuteAsync(cancellationToken);

    public Task<List<Loan>> OverdueAsync(string member, System.DateOnly today, CancellationToken cancellationToken) =>
        loans.Query(Loan.Index.Due(member), Loan.Index.DueSortKey.LessThan(today)).ConsistentRead().ToListAsync(cancellationToken);
}

[DynamoMap]
public sealed partial record TrackTitle(string Artist, string Position, string Title);
