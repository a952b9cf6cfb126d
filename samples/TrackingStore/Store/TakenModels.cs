using Amazon.DynamoDBv2.Model;
using DynamoToolkit;
using TrackingStore.Model;

namespace TrackingStore.Store;

/// <summary>
/// Logged models that a clean-up has taken, and has not begun to remove. They count as deleted. Whoever restores their experiment gets them
/// back.
/// </summary>
internal sealed class TakenModels(TrackingTable table)
{
    /// <summary>Gives back all models of an experiment that are taken.</summary>
    public async Task GiveBackAllAsync(string experimentId, CancellationToken cancellationToken)
    {
        var taken = table.LoggedModels.Query(LoggedModelItem.Index.ByExperiment(experimentId)).Where(m => m.IsTaken == true);
        await Many.ForEachAsync(
            await taken.ToListAsync(cancellationToken),
            async (model, token) => await GiveBackAsync(model.ModelId, token),
            cancellationToken);
    }

    /// <summary>Makes a model active again, if it is taken.</summary>
    public async Task GiveBackAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            await table.LoggedModels.Update(LoggedModelItem.Key(id)).Set(m => m.Lifecycle, LifecycleStage.Active).Remove(m => m.IsTaken)
                .If(m => m.IsTaken == true)
                .ExecuteAsync(cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
            // Its removal has begun, or a user has deleted it, or somebody else gave it back.
        }
    }
}
