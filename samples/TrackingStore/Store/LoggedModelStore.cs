using Amazon.DynamoDBv2.Model;
using DynamoToolkit;
using TrackingStore.Artifacts;
using TrackingStore.Errors;
using TrackingStore.Model;
using TrackingStore.Values;
using static TrackingStore.Errors.TrackingError;

namespace TrackingStore.Store;

/// <summary>Logged models, their tags and parameters.</summary>
internal sealed class LoggedModelStore(TrackingTable table, ExperimentStore experiments, TimeProvider time)
{
    // A transaction takes 100 items; four are the model and the tallies of its tags, parameters and metrics.
    private const int MaxPartsInTransaction = 96;

    private readonly LoggedModelWrites writes = new(table);

    /// <summary>The error of a model that does not exist, or is deleted.</summary>
    public static TrackingException Missing(string id) => new(new LoggedModelMissing(id));

    /// <summary>Creates a model in an active experiment.</summary>
    public async Task<LoggedModel> CreateAsync(NewLoggedModel model, CancellationToken cancellationToken)
    {
        var experiment = await experiments.RequireActiveAsync(model.ExperimentId, cancellationToken);
        var id = LoggedModelIds.Create();
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var item = new LoggedModelItem
        {
            ModelId = id,
            ExperimentId = model.ExperimentId,
            Name = model.Name,
            Lifecycle = LifecycleStage.Active,
            Status = LoggedModelStatus.LOGGED_MODEL_PENDING,
            ModelType = model.ModelType,
            SourceRunId = model.SourceRunId,
            ArtifactUri = ArtifactLocations.OfLoggedModel(experiment.ArtifactLocation, id),
            CreationTime = now,
            LastUpdateTime = now,
            Recency = RunItem.RecencyOf(now),
        };
        NamedValue[] tags = [.. model.Tags.DistinctByLast()];
        var tallies = writes.PutTallies(id, model.Name, tags, model.Params);
        IWriteOperation[] puts = [.. tags.Select(tag => PutTag(id, tag)), .. model.Params.Select(parameter => PutParam(id, parameter))];
        // What does not fit into the transaction goes before it: nobody knows the id yet.
        await Many.ForEachAsync(
            puts.Skip(MaxPartsInTransaction).Chunk(MaxPartsInTransaction),
            async (chunk, token) => await table.Client.TransactWriteAsync(chunk, token),
            cancellationToken);
        await table.Client.TransactWriteAsync(
            [table.LoggedModels.Put(item).If(m => m.ModelId.NotExists()), .. tallies, .. puts.Take(MaxPartsInTransaction)],
            cancellationToken);
        return new LoggedModel(item, tags, model.Params, []);
    }

    /// <summary>A model with everything that was logged to it.</summary>
    public async Task<LoggedModel> GetAsync(string id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ?? throw Missing(id);

    /// <summary>A model with everything that was logged to it; null if it does not exist, or is deleted. It is one Query.</summary>
    public async Task<LoggedModel?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (!LoggedModelIds.IsValid(id)) return null;
        var items = table.LoggedModels.Query(LoggedModelItem.Partition(id)).ConsistentRead().As(TrackingTable.LoggedModelData);
        var found = LoggedModel.Of(await items.ToListAsync(cancellationToken));
        return found is { Item.Lifecycle: LifecycleStage.Active } ? found : null;
    }

    /// <summary>A model's own item.</summary>
    public async Task<LoggedModelItem> RequireAsync(string id, CancellationToken cancellationToken) =>
        await FindItemAsync(id, cancellationToken) is { Lifecycle: LifecycleStage.Active } item ? item : throw Missing(id);

    /// <summary>What makes a transaction fail if a model does not exist, or is deleted.</summary>
    public ConditionCheck<LoggedModelItem> CheckActive(string id) =>
        table.LoggedModels.Check(KeyOf(id)).If(m => m.Lifecycle == LifecycleStage.Active);

    /// <summary>A model's own item, also if it is deleted.</summary>
    public async Task<LoggedModelItem> RequireInAnyStageAsync(string id, CancellationToken cancellationToken) =>
        await FindItemAsync(id, cancellationToken) ?? throw Missing(id);

    /// <summary>Says how the upload of a model's files ended.</summary>
    public async Task<LoggedModel> FinalizeAsync(string id, LoggedModelStatus status, CancellationToken cancellationToken)
    {
        var update = Touch(id).Set(m => m.Status, status).If(m => m.Lifecycle == LifecycleStage.Active);
        await ExecuteAsync(id, update, cancellationToken);
        return await GetAsync(id, cancellationToken);
    }

    /// <summary>Deletes a model; a deleted one stays so.</summary>
    public Task DeleteAsync(string id, CancellationToken cancellationToken) => ExecuteAsync(
        id,
        // Not on condition that it is active: it is deleted already if the answer to a first attempt was lost.
        Touch(id).Set(m => m.Lifecycle, LifecycleStage.Deleted).Remove(m => m.IsTaken).If(m => m.Lifecycle.Exists()),
        cancellationToken);

    /// <summary>Sets tags.</summary>
    public async Task SetTagsAsync(string id, IReadOnlyList<NamedValue> tags, CancellationToken cancellationToken)
    {
        await RequireAsync(id, cancellationToken);
        await writes.SetTagsAsync(id, [.. tags.DistinctByLast()], cancellationToken);
    }

    /// <summary>Deletes a tag.</summary>
    public async Task DeleteTagAsync(string id, string name, CancellationToken cancellationToken)
    {
        await RequireAsync(id, cancellationToken);
        var tag = LoggedModelTagItem.Key(id, name);
        // Not by a condition of the delete: that fails, too, if it is repeated because the answer to the first one was lost.
        if (Limits.Exceeds(name, Limits.TagName)
            || await table.LoggedModelTags.GetAsync(tag, consistentRead: true, cancellationToken) is null)
        {
            throw new TrackingException(new LoggedModelTagMissing(id, name));
        }

        await writes.DeleteTagAsync(id, name, cancellationToken);
    }

    /// <summary>Logs parameters, each of another name. One that has another value already stops all.</summary>
    public async Task LogParamsAsync(string id, IReadOnlyList<NamedValue> parameters, CancellationToken cancellationToken)
    {
        await RequireAsync(id, cancellationToken);
        await writes.LogParamsAsync(id, parameters, cancellationToken);
    }

    private static ItemKey<LoggedModelItem> KeyOf(string id) => LoggedModelIds.IsValid(id) ? LoggedModelItem.Key(id) : throw Missing(id);

    private ValueTask<LoggedModelItem?> FindItemAsync(string id, CancellationToken cancellationToken) =>
        table.LoggedModels.GetAsync(KeyOf(id), consistentRead: true, cancellationToken);

    private Update<LoggedModelItem> Touch(string id) =>
        table.LoggedModels.Update(KeyOf(id)).Set(m => m.LastUpdateTime, time.GetUtcNow().ToUnixTimeMilliseconds());

    private static async Task ExecuteAsync(string id, Update<LoggedModelItem> update, CancellationToken cancellationToken)
    {
        try
        {
            await update.ExecuteAsync(cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
            throw Missing(id);
        }
    }

    private Put<LoggedModelTagItem> PutTag(string id, NamedValue tag) =>
        table.LoggedModelTags.Put(new LoggedModelTagItem { ModelId = id, Name = tag.Name, Value = tag.Value });

    private Put<LoggedModelParamItem> PutParam(string id, NamedValue parameter) => table.LoggedModelParams
        .Put(new LoggedModelParamItem { ModelId = id, Name = parameter.Name, Value = parameter.Value });
}
