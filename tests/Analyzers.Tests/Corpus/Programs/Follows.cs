using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Corpus.Social;
using DynamoToolkit;

namespace Corpus.Programs.Follows;

/// <summary>Follows people, and writes the timelines of those who follow.</summary>
public sealed class Follows(DynamoClient db)
{
    private readonly DynamoTable<Follow> follows = db.Table<Follow>();
    private readonly DynamoTable<Profile> profiles = db.Table<Profile>();
    private readonly DynamoTable<TimelineEntry> timelines = db.Table<TimelineEntry>();

    public async Task FollowAsync(string person, string other, CancellationToken cancellationToken)
    {
        var counter = profiles.Counter(Profile.Key(other), Profile.Counters.FollowerCount);
        await db.TransactWriteAsync(
            [
                follows.Put(new Follow(person, other) { Since = DateTimeOffset.UtcNow }).IfNotExists(),
                profiles.Check(Profile.Key(other)).IfExists(),
                counter.Add(1),
            ],
            cancellationToken);
    }

    public async Task PublishAsync(string author, string post, CancellationToken cancellationToken)
    {
        var edges = follows.Query(Follow.Index.Followers(author)).PageSize(500).As<FollowEdge>();
        var pages = edges.PagesAsync(cancellationToken: cancellationToken);
        await foreach (var page in pages)
        {
            var entries = page.Items.Select(
                edge => timelines.Put(new TimelineEntry { PersonId = edge.Follower, PostId = post, AuthorId = author }));
            var result = await db.BatchWriteAsync(entries, cancellationToken);
            result.ThrowIfIncomplete();
        }
    }

    public Task<Page<TimelineEntry>> HomeAsync(string person, PageToken? at, CancellationToken cancellationToken) =>
        timelines.Query(TimelineEntry.Partition(person)).Descending().Limit(30).GetPageAsync(at, cancellationToken);
}

[DynamoMap]
public sealed partial record FollowEdge(string Follower, string Followed);
