using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Streams;

namespace DynamoToolkit.Integration.Tests.Docs.Streams;

// example: handler
/// <summary>Keeps the newest value of each metric on its run.</summary>
public sealed class NewestMetric(DynamoTable<Run> runs) : IChangeHandler<Metric>
{
    public FailurePolicy OnFailure => FailurePolicy.ParkItem;

    public async Task HandleAsync(Change<Metric> change, CancellationToken cancellationToken)
    {
        if (change.New is not { } metric || await runs.GetAsync(Run.Key(metric.RunId), cancellationToken: cancellationToken) is null)
            return;

        await runs.Update(Run.Key(metric.RunId))
            .Set(r => r.Score, metric.Value)
            .Set(r => r.Steps, metric.Step)
            .If(r => r.Steps < metric.Step)
            .ExecuteAsync(cancellationToken)
            .IgnoreFailedCondition();                        // the run has a newer value already
    }
}
// end
