using System.Globalization;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit;
using TrackingStore.Errors;
using TrackingStore.Model;
using TrackingStore.Values;
using static TrackingStore.Errors.TrackingError;

namespace TrackingStore.Store;

/// <summary>Versions of registered models, and their tags.</summary>
internal sealed class ModelVersionStore(
    TrackingTable table,
    ModelStore models,
    ModelReader reader,
    TalliedWrites writes,
    VersionRemains remains,
    LoggedModelStore loggedModels,
    Registrations registrations)
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
        var (location, isChecked, runOfSource) = await LocationOfAsync(version, cancellationToken);
        var loggedModel = version.LoggedModelId is { } given ? await loggedModels.RequireAsync(given, cancellationToken) : null;
        var tags = version.Tags.DistinctByLast().ToList();
        // A clean-up removes the files of a logged model if no version needs them.
        var origin = ModelSources.LoggedModelOf(version.Source) ?? version.LoggedModelId;
        var id = "";
        var number = await RetryAsync<long>(version.Model, version: null, async model =>
        {
            (id, var last) = (model.ModelId, model.LastVersion);
            var count = table.Models.Update(RegisteredModelItem.Key(id)).Set(m => m.LastVersion, last + 1).If(m => m.LastVersion == last);
            var item = new ModelVersionItem
            {
                ModelId = id,
                Version = last + 1,
                Source = version.Source,
                StorageLocation = location,
                AreFilesChecked = isChecked ? true : null,
                RunId = version.RunId ?? runOfSource ?? loggedModel?.SourceRunId,
                RunLink = version.RunLink,
                Description = version.Description,
                Stage = ModelStage.None,
                LoggedModelId = version.LoggedModelId,
            };
            IWriteOperation[] puts =
            [
                table.ModelVersions.Put(item),
                writes.PutTally(id, TallyItem.TagsOf(last + 1), tags),
                .. tags.Select(tag => PutTag(id, last + 1, tag)),
                .. origin is null ? [] : (IWriteOperation[])[loggedModels.CheckActive(origin)],
            ];
            if (await TryAsync(count, puts, cancellationToken)) return last + 1;
            if (origin is not null) await loggedModels.RequireAsync(origin, cancellationToken);
            return null;
        }, cancellationToken);
        if (version.LoggedModelId is { } made) await registrations.AddAsync(made, version.Model.Name, number, cancellationToken);
        return await ReloadAsync(version.Model.Name, id, number, cancellationToken);
    }

    /// <summary>A version.</summary>
    public async Task<ModelVersion> GetAsync(ModelKey model, long version, CancellationToken cancellationToken)
    {
        var item = await ModelOfAsync(model, version, cancellationToken);
        return await reader.VersionAsync(item, version, cancellationToken) ?? throw Missing(model.Name, version);
    }

    /// <summary>A version's own item.</summary>
    public async Task<ModelVersionItem> RequireAsync(ModelKey model, long version, CancellationToken cancellationToken)
    {
        var id = (await ModelOfAsync(model, version, cancellationToken)).ModelId;
        return await reader.VersionItemAsync(id, version, cancellationToken) ?? throw Missing(model.Name, version);
    }

    /// <summary>Whether a model had a version that was deleted.</summary>
    public async Task<bool> IsDeletedAsync(ModelKey model, long version, CancellationToken cancellationToken)
    {
        var item = await models.RequireAsync(model, cancellationToken);
        return version >= 1 && version <= item.LastVersion
            && await reader.VersionItemAsync(item.ModelId, version, cancellationToken) is null;
    }

    /// <summary>The version that an alias names.</summary>
    public async Task<ModelVersion> GetByAliasAsync(ModelKey model, string alias, CancellationToken cancellationToken)
    {
        var item = await models.RequireAsync(model, cancellationToken);
        return await VersionOfAsync(item.ModelId, alias, cancellationToken) is { } version
            && await reader.VersionAsync(item, version, cancellationToken) is { } found
            ? found
            : throw new TrackingException(IsLatest(alias) ? new ModelWithoutVersions(model.Name) : new ModelAliasMissing(alias));
    }

    /// <summary>Describes a version.</summary>
    public async Task<ModelVersion> DescribeAsync(
        ModelKey model, long version, string description, CancellationToken cancellationToken)
    {
        var id = (await ModelOfAsync(model, version, cancellationToken)).ModelId;
        var update = table.ModelVersions.Update(ModelVersionItem.Key(id, version)).Set(v => v.Description, description)
            .If(v => v.Source.Exists());
        try
        {
            await update.ExecuteAsync(cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
            throw Missing(model.Name, version);
        }

        return await ReloadAsync(model.Name, id, version, cancellationToken);
    }

    /// <summary>Moves a version to a stage.</summary>
    /// <param name="model">The model.</param>
    /// <param name="version">The number of the version.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="archivesOthers">Whether the other versions in that stage go to the archive.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    public async Task<ModelVersion> MoveAsync(
        ModelKey model, long version, ModelStage stage, bool archivesOthers, CancellationToken cancellationToken)
    {
        var id = "";
        await RetryAsync<bool>(model, version, async item =>
        {
            id = item.ModelId;
            if (await reader.VersionItemAsync(id, version, cancellationToken) is null) throw Missing(model.Name, version);
            // The moves of one model come one after the other. Otherwise two that archive each other's version could leave both.
            var moves = item.StageMoves;
            var count = table.Models.Update(RegisteredModelItem.Key(id)).Set(m => m.StageMoves, moves + 1).If(m => m.StageMoves == moves);
            var others = archivesOthers ? await OthersAsync(id, version, stage, cancellationToken) : [];
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
        return await ReloadAsync(model.Name, id, version, cancellationToken);
    }

    /// <summary>Deletes a version. Its number is not given again.</summary>
    public async Task DeleteAsync(ModelKey model, long version, CancellationToken cancellationToken)
    {
        var item = await ModelOfAsync(model, version, cancellationToken);
        if (await reader.VersionItemAsync(item.ModelId, version, cancellationToken) is null)
        {
            // What a deletion that broke off has left.
            if (version >= 1 && version <= item.LastVersion) await remains.RemoveAsync(item, version, CancellationToken.None);
            throw Missing(model.Name, version);
        }

        // Not on condition of the version: it is gone already if the answer to a first attempt was lost.
        var touch = table.Models.Update(RegisteredModelItem.Key(item.ModelId)).Add(m => m.StageMoves, 1).If(m => m.Name.Exists());
        if (!await TryAsync(touch, [table.ModelVersions.Delete(ModelVersionItem.Key(item.ModelId, version))], cancellationToken))
            throw new TrackingException(new ModelMissing(model.Name));

        // It goes on if the client leaves: the aliases would count as long as the model exists.
        await remains.RemoveAsync(item, version, CancellationToken.None);
    }

    /// <summary>Sets a tag.</summary>
    public async Task SetTagAsync(ModelKey model, long version, NamedValue tag, CancellationToken cancellationToken) =>
        await writes.SetTagAsync(await ModelOfAsync(model, version, cancellationToken), version, tag, cancellationToken);

    /// <summary>Deletes a tag; nothing happens if there is none.</summary>
    public async Task DeleteTagAsync(ModelKey model, long version, string tag, CancellationToken cancellationToken)
    {
        var item = await ModelOfAsync(model, version, cancellationToken);
        if (await reader.VersionItemAsync(item.ModelId, version, cancellationToken) is null) throw Missing(model.Name, version);
        if (!Limits.Exceeds(tag, Limits.TagName)) await writes.DeleteTagAsync(item, version, tag, cancellationToken);
    }

    /// <summary>The model of a version. As in MLflow, what is missing is the version, also where its model is.</summary>
    private async Task<RegisteredModelItem> ModelOfAsync(ModelKey model, long? version, CancellationToken cancellationToken)
    {
        try
        {
            return await models.RequireAsync(model, cancellationToken);
        }
        catch (TrackingException e) when (version is not null && e.Error is ModelMissing)
        {
            throw Missing(model.Name, version.Value);
        }
    }

    /// <summary>
    /// Where the files of a version are that is registered from a source, whether its creator had to be allowed to read them, and the run
    /// of the logged model that the source names.
    /// </summary>
    private async Task<(string Location, bool IsChecked, string? RunId)> LocationOfAsync(
        NewModelVersion version, CancellationToken cancellationToken)
    {
        if (!ModelSources.IsModel(version.Source)) return (version.Source, version.IsSourceOwn, null);
        if (ModelSources.LoggedModelOf(version.Source) is { } id)
        {
            var loggedModel = await loggedModels.RequireAsync(id, cancellationToken);
            return (loggedModel.ArtifactUri, true, loggedModel.SourceRunId);
        }

        if (version.Origin is not var (model, number)) throw new TrackingException(new ModelSourceMissing(version.Source));
        try
        {
            var origin = await RequireAsync(model, number, cancellationToken);
            return (origin.StorageLocation, origin.AreFilesChecked == true, null);
        }
        catch (TrackingException e) when (e.Error is ModelVersionMissing)
        {
            throw new TrackingException(new ModelSourceMissing(version.Source));
        }
    }

    private static bool IsLatest(string alias) => alias.Equals(ModelAliases.Latest, StringComparison.OrdinalIgnoreCase);

    /// <summary>The version that an alias names, also if it is deleted just now; null if there is no such alias.</summary>
    private async Task<long?> VersionOfAsync(string id, string alias, CancellationToken cancellationToken)
    {
        // MLflow's name for the newest version, which no alias can have.
        if (IsLatest(alias)) return (await reader.NewestAsync(id, cancellationToken))?.Version;
        if (Limits.Exceeds(alias, Limits.ModelAlias)) return null;
        return (await table.ModelAliases.GetAsync(ModelAliasItem.Key(id, alias), consistentRead: true, cancellationToken))?.Version;
    }

    /// <summary>The moves of all other versions that are in a stage to the archive.</summary>
    private async Task<IReadOnlyList<Update<ModelVersionItem>>> OthersAsync(
        string id, long version, ModelStage stage, CancellationToken cancellationToken)
    {
        var others = new List<Update<ModelVersionItem>>();
        await foreach (var other in table.ModelVersions.Query(ModelVersionItem.Partition(id)).Where(v => v.Stage == stage).ConsistentRead()
            .WithCancellation(cancellationToken))
        {
            if (other.Version != version) others.Add(MoveOne(id, other.Version, ModelStage.Archived));
        }

        return others;
    }

    /// <summary>Tries something again with the model as it is then, until nobody has changed it in between.</summary>
    private async Task<T> RetryAsync<T>(
        ModelKey model, long? version, Func<RegisteredModelItem, Task<T?>> tryAsync, CancellationToken cancellationToken)
        where T : struct
    {
        for (var tries = 1; tries <= MaxTries; tries++)
        {
            var item = await ModelOfAsync(model, version, cancellationToken);
            if (await tryAsync(item) is { } result) return result;
            // The same model, whatever has its name by then.
            model = model with { CheckedId = item.ModelId };
            await Task.Delay(Random.Shared.Next(Math.Min(5 * tries, 100)), cancellationToken);
        }

        throw new TrackingException(new ModelBusy(model.Name));
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

    private async Task<ModelVersion> ReloadAsync(string name, string id, long version, CancellationToken cancellationToken)
    {
        var model = await table.Models.GetAsync(RegisteredModelItem.Key(id), consistentRead: true, cancellationToken);
        var found = model is null ? null : await reader.VersionAsync(model, version, cancellationToken);
        return found ?? throw Missing(name, version);
    }

    private Update<ModelVersionItem> MoveOne(string id, long version, ModelStage stage) =>
        table.ModelVersions.Update(ModelVersionItem.Key(id, version)).Set(v => v.Stage, stage).If(v => v.Source.Exists());

    private Put<ModelVersionTagItem> PutTag(string id, long version, NamedValue tag) =>
        table.ModelVersionTags.Put(new ModelVersionTagItem { ModelId = id, Version = version, Name = tag.Name, Value = tag.Value });
}
