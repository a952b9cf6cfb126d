using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Streams;

namespace DynamoToolkit.Integration.Tests.Docs;

// example: own-handler
/// <summary>Keeps a set of the jobs that have no labels.</summary>
public sealed class UnlabelledJobs(DynamoTable<Job> jobs, ISet<string> unlabelled) : IChangeHandler<Job>
{
    public FailurePolicy OnFailure => FailurePolicy.ParkItem;

    public async Task HandleAsync(Change<Job> change, CancellationToken cancellationToken)
    {
        var job = await jobs.GetAsync(change.Key, consistentRead: true, cancellationToken);     // not change.New: it may be old
        if (job?.Labels is { Count: 0 })
            unlabelled.Add(job.Id);
        else if ((job ?? change.Old)?.Id is { } id)
            unlabelled.Remove(id);
    }
}
// end
