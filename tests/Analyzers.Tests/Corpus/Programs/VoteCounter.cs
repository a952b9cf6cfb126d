using System;
using System.Threading;
using System.Threading.Tasks;
using Corpus.Elections;
using DynamoToolkit;

namespace Corpus.Programs.VoteCounter;

/// <summary>Takes votes, and counts them from time to time.</summary>
public sealed class VoteCounter(DynamoTable<Vote> votes, DynamoTable<Poll> polls)
{
    public async Task<int> VoteAsync(Guid poll, string choice, CancellationToken cancellationToken)
    {
        var vote = new Vote { PollId = poll, VoteId = Guid.NewGuid(), Choice = choice };
        await votes.PutAsync(vote, cancellationToken);
        return vote.Shard ?? -1;
    }

    public async Task CountAsync(Guid poll, CancellationToken cancellationToken)
    {
        var (yes, no) = (0, 0);
        await foreach (var vote in votes.Query(Vote.Partition(poll)).WithCancellation(cancellationToken))
        {
            if (vote.Choice == "yes")
                yes++;
            else
                no++;
        }

        await polls.Update(Poll.Key(poll)).Set(p => p.Yes, yes).Set(p => p.No, no).IfExists().ExecuteAsync(cancellationToken);
    }

    public async Task WithdrawAsync(Vote vote, CancellationToken cancellationToken) => await votes.DeleteAsync(vote, cancellationToken);
}
