using System.Globalization;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit;
using TrackingStore.Errors;
using TrackingStore.Model;
using TrackingStore.Values;
using static TrackingStore.Errors.TrackingError;

namespace TrackingStore.Store;

/// <summary>Versions of registered models, and their tags.</summary>
internal sealed class ModelVersionStore(TrackingTable table, ModelStore models)
{
    // A transaction takes 100 items; two are the model and the version.
    private const int MaxOthersInTransaction = 98;
    private const int MaxTries = 200;

    /// <summary>The error of a version that does not exist.</summary>
    public static TrackingException Missing(string name, long version) =>
        new(new ModelVersionMissing(name, version.ToString(CultureInfo.InvariantCulture)));

    /// <summary>
    /// Creates the next version of a model. One transaction takes the number and writes the version with its tags, so that each number
    /// goes to exactly one version.
    /// </summary>
    /// <param name="version">The version, with at most <see cref="Limits.NewVersionTags"/> tags.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    public async Task<ModelVersion> CreateAsync(NewModelVersion version, CancellationToken cancellationToken)
    {
        var location = await LocationOfAsync(version.Source, cancellationToken);
        var tags = version.Tags.DistinctByLast().ToList();
        var id = "";
        var number = await RetryAsync<long>(version.ModelName, async model =>
        {
            (id, var last) = (model.ModelId, model.LastVersion);
            var count = table.Models.Update(RegisteredModelItem.Key(id)).Set(m => m.LastVersion, last + 1).If(m => m.LastVersion == last);
            var item = new ModelVersionItem
            {
                ModelId = id,
                Version = last + 1,
                Source = version.Source,
                StorageLocation = location,
                RunId = version.RunId,
                RunLink = version.RunLink,
                Description = version.Description,
                Stage = ModelStage.None,
                LoggedModelId = version.LoggedModelId,
            };
            var puts = tags.Select(tag => PutTag(id, last + 1, tag));
            return await TryAsync(count, [table.ModelVersions.Put(item), .. puts], cancellationToken) ? last + 1 : null;
        }, cancellationToken);
        return await ReloadAsync(version.ModelName, id, number, cancellationToken);
    }

    /// <summary>A version.</summary>
    public async Task<ModelVersion> GetAsync(string name, long version, CancellationToken cancellationToken) =>
        (await models.GetAsync(name, cancellationToken)).VersionOf(version) ?? throw Missing(name, version);

    /// <summary>The version that an alias names.</summary>
    public async Task<ModelVersion> GetByAliasAsync(string name, string alias, CancellationToken cancellationToken)
    {
        var model = await models.GetAsync(name, cancellationToken);
        // MLflow's name for the newest version, which no alias can have.
        var version = alias.Equals(ModelAliases.Latest, StringComparison.OrdinalIgnoreCase)
            ? model.Versions.LastOrDefault()
            : model.Aliases.FirstOrDefault(one => one.Alias == alias) is { } found ? model.VersionOf(found.Version) : null;
        return version ?? throw new TrackingException(new ModelAliasMissing(alias));
    }

    /// <summary>Describes a version.</summary>
    public async Task<ModelVersion> DescribeAsync(string name, long version, string description, CancellationToken cancellationToken)
    {
        var id = (await models.RequireAsync(name, cancellationToken)).ModelId;
        var update = table.ModelVersions.Update(ModelVersionItem.Key(id, version)).Set(v => v.Description, description)
            .If(v => v.Source.Exists());
        try
        {
            await update.ExecuteAsync(cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
            throw Missing(name, version);
        }

        return await ReloadAsync(name, id, version, cancellationToken);
    }

    /// <summary>Moves a version to a stage.</summary>
    /// <param name="name">The name of the model.</param>
    /// <param name="version">The number of the version.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="archivesOthers">Whether the other versions in that stage go to the archive.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    public async Task<ModelVersion> MoveAsync(
        string name, long version, ModelStage stage, bool archivesOthers, CancellationToken cancellationToken)
    {
        var id = "";
        await RetryAsync<bool>(name, async item =>
        {
            id = item.ModelId;
            var model = await models.LoadAsync(id, cancellationToken);
            if (model?.VersionOf(version) is null) throw Missing(name, version);
            // The moves of one model come one after the other. Otherwise two that archive each other's version could leave both.
            var moves = model.Item.StageMoves;
            var count = table.Models.Update(RegisteredModelItem.Key(id)).Set(m => m.StageMoves, moves + 1).If(m => m.StageMoves == moves);
            var others = model.Versions.Where(v => archivesOthers && v.Item.Stage == stage && v.Item.Version != version)
                .Select(v => MoveOne(id, v.Item.Version, ModelStage.Archived)).ToList();
            try
            {
                foreach (var other in others.Skip(MaxOthersInTransaction)) await other.ExecuteAsync(cancellationToken);
            }
            catch (ConditionalCheckFailedException)
            {
                // One of them was deleted meanwhile.
                return null;
            }

            var move = MoveOne(id, version, stage);
            return await TryAsync(count, [move, .. others.Take(MaxOthersInTransaction)], cancellationToken) ? true : null;
        }, cancellationToken);
        return await ReloadAsync(name, id, version, cancellationToken);
    }

    /// <summary>Deletes a version. Its number is not given again.</summary>
    public async Task DeleteAsync(string name, long version, CancellationToken cancellationToken)
    {
        var model = await models.GetAsync(name, cancellationToken);
        if (model.VersionOf(version) is null) throw Missing(name, version);
        var id = model.Item.ModelId;
        // Not on condition of the version: it is gone already if the answer to a first attempt was lost.
        var touch = table.Models.Update(RegisteredModelItem.Key(id)).Add(m => m.StageMoves, 1).If(m => m.Name.Exists());
        if (!await TryAsync(touch, [table.ModelVersions.Delete(ModelVersionItem.Key(id, version))], cancellationToken))
            throw new TrackingException(new ModelMissing(name));

        // From here on the version cannot get another alias. Readers ignore those that it has until they are deleted as well.
        await DeleteRestAsync(id, version, cancellationToken);
    }

    /// <summary>Sets a tag.</summary>
    public async Task SetTagAsync(string name, long version, NamedValue tag, CancellationToken cancellationToken) =>
        await PutTag((await GetAsync(name, version, cancellationToken)).Model.ModelId, version, tag).ExecuteAsync(cancellationToken);

    /// <summary>Deletes a tag; nothing happens if there is none.</summary>
    public async Task DeleteTagAsync(string name, long version, string tag, CancellationToken cancellationToken)
    {
        var id = (await GetAsync(name, version, cancellationToken)).Model.ModelId;
        if (Limits.Exceeds(tag, Limits.TagName)) return;
        await table.ModelVersionTags.DeleteAsync(ModelVersionTagItem.Key(id, version, tag), cancellationToken);
    }

    /// <summary>Where the files of a version are that is registered from a source.</summary>
    private async Task<string> LocationOfAsync(string source, CancellationToken cancellationToken)
    {
        if (!ModelSources.IsModel(source)) return source;
        if (ModelSources.VersionOf(source) is not var (name, version)) throw new TrackingException(new ModelSourceMissing(source));
        try
        {
            return (await GetAsync(name, version, cancellationToken)).Item.StorageLocation;
        }
        catch (TrackingException e) when (e.Error is ModelMissing or ModelVersionMissing)
        {
            throw new TrackingException(new ModelSourceMissing(source));
        }
    }

    /// <summary>Tries something again with the model as it is then, until nobody has changed it in between.</summary>
    private async Task<T> RetryAsync<T>(string name, Func<RegisteredModelItem, Task<T?>> tryAsync, CancellationToken cancellationToken)
        where T : struct
    {
        for (var tries = 1; tries <= MaxTries; tries++)
        {
            if (await tryAsync(await models.RequireAsync(name, cancellationToken)) is { } result) return result;
            await Task.Delay(Random.Shared.Next(Math.Min(5 * tries, 100)), cancellationToken);
        }

        throw new TrackingException(new ModelBusy(name));
    }

    private async Task<bool> TryAsync(
        Update<RegisteredModelItem> model, IReadOnlyList<IWriteOperation> others, CancellationToken cancellationToken)
    {
        try
        {
            await table.Client.TransactWriteAsync([model, .. others], cancellationToken);
            return true;
        }
        catch (TransactWriteCanceledException e) when (e.ConditionFailed(model) || others.Any(e.ConditionFailed))
        {
            return false;
        }
    }

    private async Task<ModelVersion> ReloadAsync(string name, string id, long version, CancellationToken cancellationToken) =>
        (await models.LoadAsync(id, cancellationToken))?.VersionOf(version) ?? throw Missing(name, version);

    private async Task DeleteRestAsync(string id, long version, CancellationToken cancellationToken)
    {
        var aliases = await table.ModelAliases.Query(ModelAliasItem.Partition(id)).ConsistentRead().ToListAsync(cancellationToken);
        foreach (var alias in aliases.Where(alias => alias.Version == version))
        {
            try
            {
                await table.ModelAliases.Delete(alias).If(a => a.Version == version).ExecuteAsync(cancellationToken);
            }
            catch (ConditionalCheckFailedException)
            {
                // It names another version now.
            }
        }

        var tags = await table.ModelVersionTags
            .Query(ModelVersionTagItem.Partition(id), ModelVersionTagItem.SortKey.StartsWith(version)).ConsistentRead()
            .ToListAsync(cancellationToken);
        await table.Client.BatchAsync([.. tags.Select(table.ModelVersionTags.Delete)], cancellationToken);
    }

    private Update<ModelVersionItem> MoveOne(string id, long version, ModelStage stage) =>
        table.ModelVersions.Update(ModelVersionItem.Key(id, version)).Set(v => v.Stage, stage).If(v => v.Source.Exists());

    private Put<ModelVersionTagItem> PutTag(string id, long version, NamedValue tag) =>
        table.ModelVersionTags.Put(new ModelVersionTagItem { ModelId = id, Version = version, Name = tag.Name, Value = tag.Value });
}
