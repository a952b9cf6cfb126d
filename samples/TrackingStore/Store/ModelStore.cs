using Amazon.DynamoDBv2.Model;
using DynamoToolkit;
using TrackingStore.Errors;
using TrackingStore.Model;
using TrackingStore.Values;
using static TrackingStore.Errors.TrackingError;

namespace TrackingStore.Store;

/// <summary>Registered models, their tags and aliases.</summary>
internal sealed class ModelStore(TrackingTable table, TimeProvider time)
{
    // A transaction takes 100 items; three are the model, the reservation of its name, and its owner's permission.
    private const int MaxTagsInTransaction = 97;

    /// <summary>Creates a model.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">Its description.</param>
    /// <param name="tags">Its tags.</param>
    /// <param name="owner">The user who may manage it; null on a server without sign-in.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    public async Task<RegisteredModel> CreateAsync(
        string name, string? description, IReadOnlyList<NamedValue> tags, string? owner, CancellationToken cancellationToken)
    {
        NamedValue[] distinct = [.. tags.DistinctByLast()];
        // Only to not leave tags and index items of a model that is not created: the transaction below reserves the name.
        if (await FindAsync(name, cancellationToken) is { } taken) throw Taken(name, distinct, taken);

        var item = new RegisteredModelItem { ModelId = RunIds.Create(), Name = name, Description = description };
        IWriteOperation[] puts = [.. distinct.Select(tag => PutTag(item.ModelId, tag))];
        IWriteOperation[] grants =
            owner is null ? [] : [table.Grants.Put(GrantItem.ToManage(owner, ResourceKind.Model, item.ModelId))];
        var create = table.Models.Put(item).IfNotExists();
        try
        {
            // What does not fit into the transaction goes before it: nobody knows the id yet.
            await table.Client.BatchAsync([.. puts.Skip(MaxTagsInTransaction)], cancellationToken);
            await table.Client.TransactWriteAsync([create, .. grants, .. puts.Take(MaxTagsInTransaction)], cancellationToken);
        }
        catch (TransactWriteCanceledException e) when (e.FailureOf(create) is { TakenValue: not null })
        {
            throw Taken(name, distinct, await FindAsync(name, cancellationToken));
        }

        return await LoadAsync(item.ModelId, cancellationToken) ?? throw Missing(name);
    }

    /// <summary>A model with all that belongs to it.</summary>
    public async Task<RegisteredModel> GetAsync(string name, CancellationToken cancellationToken) =>
        await FindAsync(name, cancellationToken) ?? throw Missing(name);

    /// <summary>The model's own item.</summary>
    public async Task<RegisteredModelItem> RequireAsync(string name, CancellationToken cancellationToken) =>
        await FindItemAsync(name, cancellationToken) ?? throw Missing(name);

    /// <summary>The names of models by their ids; those that do not exist are left out.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var found = await table.Models.BatchGetAsync(ids.Distinct().Select(RegisteredModelItem.Key), cancellationToken);
        found.ThrowIfIncomplete();
        return found.Items.ToDictionary(model => model.ModelId, model => model.Name);
    }

    /// <summary>All of a model; null if there is none with the id.</summary>
    public async Task<RegisteredModel?> LoadAsync(string id, CancellationToken cancellationToken)
    {
        var data = new List<IModelData>();
        await foreach (var item in table.Models.Query(RegisteredModelItem.Partition(id)).ConsistentRead().As(TrackingTable.ModelData)
            .WithCancellation(cancellationToken))
        {
            data.Add(item);
        }

        return RegisteredModel.Of(data);
    }

    /// <summary>Describes a model.</summary>
    public async Task<RegisteredModel> DescribeAsync(string name, string description, CancellationToken cancellationToken)
    {
        var item = await RequireAsync(name, cancellationToken);
        var update = table.Models.Update(RegisteredModelItem.Key(item.ModelId)).Set(m => m.Description, description)
            .If(m => m.Name.Exists());
        try
        {
            await update.ExecuteAsync(cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
            throw Missing(name);
        }

        return await LoadAsync(item.ModelId, cancellationToken) ?? throw Missing(name);
    }

    /// <summary>Gives a model another name.</summary>
    public async Task<RegisteredModel> RenameAsync(string name, string newName, CancellationToken cancellationToken)
    {
        var item = await RequireAsync(name, cancellationToken);
        try
        {
            _ = await table.Models.ChangeAsync(
                RegisteredModelItem.Key(item.ModelId),
                // Another request may have been faster.
                model => model.Name == name ? model with { Name = newName, RenameTime = time.GetUtcNow() } : throw Missing(name),
                cancellationToken) ?? throw Missing(name);
        }
        catch (UniqueValueTakenException)
        {
            throw Taken(newName, isPrompt: false, isPromptNow: false);
        }
        catch (ConditionalCheckFailedException)
        {
            throw new TrackingException(new ModelBusy(name));
        }

        return await LoadAsync(item.ModelId, cancellationToken) ?? throw Missing(newName);
    }

    /// <summary>
    /// Deletes a model with all that belongs to it. From the first write on nobody finds it, and no version can be added.
    /// </summary>
    public async Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        var item = await RequireAsync(name, cancellationToken);
        try
        {
            await table.Models.RemoveAsync(RegisteredModelItem.Key(item.ModelId), cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
            throw new TrackingException(new ModelBusy(name));
        }

        await DeletePartsAsync(item.ModelId, cancellationToken);
    }

    /// <summary>Sets a tag.</summary>
    public async Task SetTagAsync(string name, NamedValue tag, CancellationToken cancellationToken) =>
        await PutTag((await RequireAsync(name, cancellationToken)).ModelId, tag).ExecuteAsync(cancellationToken);

    /// <summary>Deletes a tag; nothing happens if there is none.</summary>
    public async Task DeleteTagAsync(string name, string tag, CancellationToken cancellationToken)
    {
        var id = (await RequireAsync(name, cancellationToken)).ModelId;
        if (!Limits.Exceeds(tag, Limits.TagName)) await table.ModelTags.DeleteAsync(ModelTagItem.Key(id, tag), cancellationToken);
    }

    /// <summary>Makes an alias name a version, whatever it named before.</summary>
    public async Task SetAliasAsync(string name, string alias, long version, CancellationToken cancellationToken)
    {
        var id = (await RequireAsync(name, cancellationToken)).ModelId;
        var check = table.ModelVersions.Check(ModelVersionItem.Key(id, version)).If(v => v.Source.Exists());
        var put = table.ModelAliases.Put(new ModelAliasItem { ModelId = id, Alias = alias, Version = version });
        try
        {
            await table.Client.TransactWriteAsync([check, put], cancellationToken);
        }
        catch (TransactWriteCanceledException e) when (e.ConditionFailed(check))
        {
            throw ModelVersionStore.Missing(name, version);
        }
    }

    /// <summary>Deletes an alias; nothing happens if there is none.</summary>
    public async Task DeleteAliasAsync(string name, string alias, CancellationToken cancellationToken)
    {
        var id = (await RequireAsync(name, cancellationToken)).ModelId;
        if (Limits.Exceeds(alias, Limits.ModelAlias)) return;
        await table.ModelAliases.DeleteAsync(ModelAliasItem.Key(id, alias), cancellationToken);
    }

    private static TrackingException Missing(string name) => new(new ModelMissing(name));

    /// <summary>The error of a new model whose name another one has, or had a moment ago if that is null.</summary>
    private static TrackingException Taken(string name, NamedValue[] tags, RegisteredModel? other)
    {
        var isPrompt = Array.Exists(tags, tag => tag.Name == PromptTags.IsPrompt && PromptTags.IsTrue(tag.Value));
        return Taken(name, isPrompt, other is null ? isPrompt : PromptTags.IsTrue(other.TagOf(PromptTags.IsPrompt)));
    }

    private static TrackingException Taken(string name, bool isPrompt, bool isPromptNow) =>
        new(new ModelNameTaken(name, isPrompt, isPromptNow));

    private async Task<RegisteredModelItem?> FindItemAsync(string name, CancellationToken cancellationToken) =>
        Limits.Exceeds(name, Limits.ModelName)
            ? null
            : await table.Models.GetByUniqueAsync(RegisteredModelItem.Unique.Name(name), cancellationToken);

    private async Task<RegisteredModel?> FindAsync(string name, CancellationToken cancellationToken) =>
        await FindItemAsync(name, cancellationToken) is { } item ? await LoadAsync(item.ModelId, cancellationToken) : null;

    private async Task DeletePartsAsync(string id, CancellationToken cancellationToken)
    {
        var deletes = new List<IWriteOperation>();
        await foreach (var item in table.Models.Query(RegisteredModelItem.Partition(id)).ConsistentRead().As(TrackingTable.ModelData)
            .WithCancellation(cancellationToken))
        {
            deletes.Add(item switch
            {
                ModelTagItem tag => table.ModelTags.Delete(tag),
                ModelAliasItem alias => table.ModelAliases.Delete(alias),
                ModelVersionItem version => table.ModelVersions.Delete(version),
                ModelVersionTagItem tag => table.ModelVersionTags.Delete(tag),
                _ => throw new InvalidOperationException($"The model {id} is there again."),
            });
        }

        await table.Client.BatchAsync(deletes, cancellationToken);
    }

    private Put<ModelTagItem> PutTag(string id, NamedValue tag) =>
        table.ModelTags.Put(new ModelTagItem { ModelId = id, Name = tag.Name, Value = tag.Value });
}
