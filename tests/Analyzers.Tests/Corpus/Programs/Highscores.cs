using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Amazon.DynamoDBv2.Model;
using Corpus.Leaderboards;
using DynamoToolkit;

namespace Corpus.Programs.Highscores;

/// <summary>The boards of games.</summary>
public sealed class Highscores(DynamoTable<BestScore> scores)
{
    /// <summary>Keeps the higher of two scores, with one write.</summary>
    public async Task<bool> SubmitAsync(string player, string game, int season, long score, CancellationToken cancellationToken)
    {
        try
        {
            await scores.Update(BestScore.Key(player, game, season))
                .Set(s => s.Best, score)
                .Set(s => s.ReachedAt, DateTimeOffset.UtcNow)
                .If(s => s.Best.NotExists() | s.Best < score)
                .ExecuteAsync(cancellationToken);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }

    public Task<List<BestScore>> TopAsync(string game, int season, int count, CancellationToken cancellationToken) =>
        scores.Query(BestScore.Index.Board(game, season)).Descending().Limit(count).ToListAsync(cancellationToken);

    public async Task<long> RankAsync(BestScore score, CancellationToken cancellationToken) =>
        1 + await scores.Query(BestScore.Index.Board(score.GameId, score.Season), BestScore.Index.BoardSortKey.GreaterThan(score.Best))
            .CountAsync(cancellationToken);

    public async Task<Dictionary<string, long>> OfFriendsAsync(
        IEnumerable<string> friends, string game, int season, CancellationToken cancellationToken)
    {
        var result = await scores.BatchGetAsync(friends.Select(friend => BestScore.Key(friend, game, season)), cancellationToken);
        if (result.Unprocessed.Count > 0)
            throw new InvalidOperationException("Try again later.");
        return result.Items.ToDictionary(score => score.PlayerId, score => score.Best);
    }
}
