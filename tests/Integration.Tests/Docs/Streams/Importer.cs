using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Streams;

namespace DynamoToolkit.Integration.Tests.Docs.Streams;

// example: batches
/// <summary>Puts metrics into another system, many in one request.</summary>
public sealed class Importer(Func<IEnumerable<Metric>, CancellationToken, Task> import) : IChangeBatchHandler<Metric>
{
    public string Name => "importer";

    public FailurePolicy OnFailure => FailurePolicy.StopShard;

    public int MaxBatchSize => 200;

    public Task HandleAsync(IReadOnlyList<Change<Metric>> changes, CancellationToken cancellationToken) =>
        import(changes.Where(change => change.New is not null).Select(change => change.New!), cancellationToken);
}
// end
