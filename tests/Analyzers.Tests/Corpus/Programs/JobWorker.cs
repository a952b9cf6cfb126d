using System;
using System.Threading;
using System.Threading.Tasks;
using Amazon.DynamoDBv2.Model;
using Corpus.Jobs;
using DynamoToolkit;

namespace Corpus.Programs.JobWorker;

/// <summary>Takes jobs from a queue: the condition decides which worker gets one.</summary>
public sealed class JobWorker(DynamoClient db, string name, TimeProvider clock)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private readonly DynamoTable<Job> jobs = db.Table<Job>();
    private readonly DynamoTable<JobRun> runs = db.Table<JobRun>();

    public async Task<Job?> TakeAsync(string queue, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var ready = jobs.Query(Job.Index.Waiting(queue), Job.Index.WaitingSortKey.AtMost(now)).Limit(5);
        await foreach (var candidate in ready.WithCancellation(cancellationToken))
        {
            if (await TryTakeAsync(candidate, now, cancellationToken) is { } taken)
                return taken;
        }

        return null;
    }

    public async Task FinishAsync(Job job, TimeSpan took, string? error, CancellationToken cancellationToken)
    {
        var finish = jobs.Update(Job.Key(job.JobId))
            .Remove(j => j.LeaseUntil)
            .Set(j => j.ForgetAt, clock.GetUtcNow().AddDays(7))
            .If(j => j.Worker == name);
        if (error is not null)
            finish.Append(j => j.Errors, error);
        var run = new JobRun(job.JobId, job.Attempts) { StartedAt = clock.GetUtcNow() - took, Took = took, Error = error };
        await db.TransactWriteAsync([finish, runs.Put(run)], cancellationToken);
    }

    private async Task<Job?> TryTakeAsync(Job candidate, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            var taken = await jobs.Update(Job.Key(candidate.JobId))
                .Set(j => j.Worker, name)
                .Set(j => j.LeaseUntil, now + Lease)
                .Add(j => j.Attempts, 1)
                .Remove(j => j.WaitingIn)
                .If(j => j.WaitingIn.Exists())
                .ReturnNew()
                .ExecuteAsync(cancellationToken);
            return taken.Item;
        }
        catch (ConditionalCheckFailedException)
        {
            return null;
        }
    }
}
