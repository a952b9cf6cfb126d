using AotShop.Model;
using DynamoToolkit.Streams;

namespace AotShop.Steps;

/// <summary>Adds up nothing.</summary>
internal sealed class SilentTotals : IChangeBatchHandler<Basket>
{
    public FailurePolicy OnFailure => FailurePolicy.StopShard;

    public Task HandleAsync(IReadOnlyList<Change<Basket>> changes, CancellationToken cancellationToken) => Task.CompletedTask;
}
