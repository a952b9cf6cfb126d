using Amazon.DynamoDBv2.Model;
using DynamoToolkit;
using TrackingStore.Errors;
using TrackingStore.Model;
using TrackingStore.Values;
using static TrackingStore.Errors.TrackingError;

namespace TrackingStore.Store;

/// <summary>Registered models, their tags and aliases.</summary>
internal sealed class ModelStore(
    TrackingTable table, ModelReader reader, TalliedWrites writes, PartRemoval parts, TimeProvider time)
{
    // A transaction takes 100 items; three are the model, the reservation of its name, and its owner's permission.
    private const int MaxPartsInTransaction = 97;

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
        if (await FindItemAsync(new ModelKey(name), cancellationToken) is { } taken)
            throw Taken(name, distinct, await reader.ModelAsync(taken.ModelId, cancellationToken));

        var item = new RegisteredModelItem { ModelId = RunIds.Create(), Name = name, Description = description };
        IWriteOperation[] puts =
        [
            writes.PutTally(item.ModelId, TallyItem.Tags, distinct),
            .. distinct.Select(tag => table.ModelTags.Put(new ModelTagItem { ModelId = item.ModelId, Name = tag.Name, Value = tag.Value })),
        ];
        IWriteOperation[] grants =
            owner is null ? [] : [table.Grants.Put(GrantItem.ToManage(owner, ResourceKind.Model, item.ModelId))];
        var create = table.Models.Put(item).IfNotExists();
        try
        {
            // What does not fit into the transaction goes before it: nobody knows the id yet.
            await table.Client.BatchAsync([.. puts.Skip(MaxPartsInTransaction)], cancellationToken);
            await table.Client.TransactWriteAsync([create, .. grants, .. puts.Take(MaxPartsInTransaction)], cancellationToken);
        }
        catch (TransactWriteCanceledException e) when (e.FailureOf(create) is { TakenValue: not null })
        {
            await parts.OfModelAsync(item.ModelId, CancellationToken.None);
            throw Taken(name, distinct, await FindAsync(new ModelKey(name), cancellationToken));
        }

        return await reader.ModelAsync(item.ModelId, cancellationToken) ?? throw Missing(name);
    }

    /// <summary>A model as clients see it.</summary>
    public async Task<RegisteredModel> GetAsync(ModelKey model, CancellationToken cancellationToken) =>
        await FindAsync(model, cancellationToken) ?? throw Missing(model.Name);

    /// <summary>The model's own item.</summary>
    public async Task<RegisteredModelItem> RequireAsync(ModelKey model, CancellationToken cancellationToken) =>
        await FindItemAsync(model, cancellationToken) ?? throw Missing(model.Name);

    /// <summary>Whether a model has a name.</summary>
    public async Task<bool> ExistsAsync(string name, CancellationToken cancellationToken) =>
        await FindItemAsync(new ModelKey(name), cancellationToken) is not null;

    /// <summary>The names of models by their ids; those that do not exist are left out.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var found = await table.Models.BatchGetAsync(
            ids.Distinct().Select(RegisteredModelItem.Key), new BatchGetOptions { ConsistentRead = true }, cancellationToken);
        found.ThrowIfIncomplete();
        return found.Items.ToDictionary(model => model.ModelId, model => model.Name);
    }

    /// <summary>Describes a model.</summary>
    public async Task<RegisteredModel> DescribeAsync(ModelKey model, string description, CancellationToken cancellationToken)
    {
        var item = await RequireAsync(model, cancellationToken);
        var update = table.Models.Update(RegisteredModelItem.Key(item.ModelId)).Set(m => m.Description, description)
            .If(m => m.Name.Exists());
        try
        {
            await update.ExecuteAsync(cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
            throw Missing(model.Name);
        }

        return await reader.ModelAsync(item.ModelId, cancellationToken) ?? throw Missing(model.Name);
    }

    /// <summary>Gives a model another name.</summary>
    public async Task<RegisteredModel> RenameAsync(ModelKey model, string newName, CancellationToken cancellationToken)
    {
        var id = (await RequireAsync(model, cancellationToken)).ModelId;
        try
        {
            _ = await table.Models.ChangeAsync(
                RegisteredModelItem.Key(id),
                // Another request may have been faster.
                item => item.Name == model.Name
                    ? item with { Name = newName, RenameTime = time.GetUtcNow() }
                    : throw Missing(model.Name),
                cancellationToken) ?? throw Missing(model.Name);
        }
        catch (UniqueValueTakenException)
        {
            throw Taken(newName, isPrompt: false, isPromptNow: false);
        }
        catch (ConditionalCheckFailedException)
        {
            throw new TrackingException(new ModelBusy(model.Name));
        }

        return await reader.ModelAsync(id, cancellationToken) ?? throw Missing(newName);
    }

    /// <summary>
    /// Deletes a model with all that belongs to it. From the first write on nobody finds it, and no version can be added.
    /// </summary>
    public async Task DeleteAsync(ModelKey model, CancellationToken cancellationToken)
    {
        var id = (await RequireAsync(model, cancellationToken)).ModelId;
        try
        {
            await table.Models.RemoveAsync(RegisteredModelItem.Key(id), cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
            throw new TrackingException(new ModelBusy(model.Name));
        }

        // It goes on if the client leaves: nobody finds the parts any more.
        await parts.OfModelAsync(id, CancellationToken.None);
    }

    /// <summary>Sets a tag.</summary>
    public async Task SetTagAsync(ModelKey model, NamedValue tag, CancellationToken cancellationToken) =>
        await writes.SetTagAsync(await RequireAsync(model, cancellationToken), tag, cancellationToken);

    /// <summary>Deletes a tag; nothing happens if there is none.</summary>
    public async Task DeleteTagAsync(ModelKey model, string tag, CancellationToken cancellationToken)
    {
        var item = await RequireAsync(model, cancellationToken);
        if (!Limits.Exceeds(tag, Limits.TagName)) await writes.DeleteTagAsync(item, tag, cancellationToken);
    }

    /// <summary>Makes an alias name a version, whatever it named before.</summary>
    public async Task SetAliasAsync(ModelKey model, string alias, long version, CancellationToken cancellationToken) =>
        await writes.SetAliasAsync(
            await FindItemAsync(model, cancellationToken) ?? throw ModelVersionStore.Missing(model.Name, version),
            alias,
            version,
            cancellationToken);

    /// <summary>Deletes an alias; nothing happens if there is none.</summary>
    public Task DeleteAliasAsync(ModelKey model, string alias, CancellationToken cancellationToken) =>
        DeleteAliasAsync(model, alias, version: null, cancellationToken);

    /// <summary>Deletes an alias; nothing happens if there is none.</summary>
    /// <param name="model">The model.</param>
    /// <param name="alias">The alias.</param>
    /// <param name="version">The version that it has to name; null for any.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    public async Task DeleteAliasAsync(ModelKey model, string alias, long? version, CancellationToken cancellationToken)
    {
        var item = await RequireAsync(model, cancellationToken);
        if (!Limits.Exceeds(alias, Limits.ModelAlias)) await writes.DeleteAliasAsync(item, alias, version, cancellationToken);
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

    private async Task<RegisteredModelItem?> FindItemAsync(ModelKey model, CancellationToken cancellationToken)
    {
        if (model.CheckedId is not { } id)
        {
            return Limits.Exceeds(model.Name, Limits.ModelName)
                ? null
                : await table.Models.GetByUniqueAsync(RegisteredModelItem.Unique.Name(model.Name), cancellationToken);
        }

        var item = await table.Models.GetAsync(RegisteredModelItem.Key(id), consistentRead: true, cancellationToken);
        return item?.Name == model.Name ? item : null;
    }

    private async Task<RegisteredModel?> FindAsync(ModelKey model, CancellationToken cancellationToken)
    {
        var id = model.CheckedId ?? (await FindItemAsync(model, cancellationToken))?.ModelId;
        if (id is null) return null;
        var found = await reader.ModelAsync(id, cancellationToken);
        return found?.Item.Name == model.Name ? found : null;
    }
}
