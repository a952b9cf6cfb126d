using System.Text;
using DynamoToolkit;
using TrackingStore.Errors;
using TrackingStore.Model;
using TrackingStore.Values;
using static TrackingStore.Errors.TrackingError;

namespace TrackingStore.Store;

/// <summary>
/// Writes the tags and aliases of registered models and of their versions, each in one transaction with the tally of its kind. So there
/// are never more than <see cref="Limits"/> allows, however many writers there are.
/// </summary>
internal sealed class TalliedWrites(TrackingTable table)
{
    private const int MaxTries = 50;

    private readonly TallyCorrection correction = new(table);

    /// <summary>The tally of the tags that something is created with.</summary>
    public Put<TallyItem> PutTally(string id, string of, IReadOnlyCollection<NamedValue> tags) =>
        table.Tallies.Put(new TallyItem { ModelId = id, Of = of, Count = tags.Count, Bytes = tags.Sum(tag => tag.Bytes) });

    /// <summary>Sets a tag of a model.</summary>
    public Task SetTagAsync(RegisteredModelItem model, NamedValue tag, CancellationToken cancellationToken)
    {
        var item = new ModelTagItem { ModelId = model.ModelId, Name = tag.Name, Value = tag.Value };
        return WriteAsync(
            TallyOf(model),
            () => table.ModelTags.GetAsync(ModelTagItem.Key(item.ModelId, item.Name), consistentRead: true, cancellationToken),
            old => old is null
                ? new TallyStep(table.ModelTags.Put(item).If(t => t.Value.NotExists()), 1, tag.Bytes)
                : new TallyStep(
                    table.ModelTags.Put(item).If(t => t.Value == old.Value), 0, tag.Bytes - NamedValue.BytesOf(old.Name, old.Value)),
            cancellationToken);
    }

    /// <summary>Deletes a tag of a model; nothing happens if there is none.</summary>
    public Task DeleteTagAsync(RegisteredModelItem model, string name, CancellationToken cancellationToken) => WriteAsync(
        TallyOf(model),
        () => table.ModelTags.GetAsync(ModelTagItem.Key(model.ModelId, name), consistentRead: true, cancellationToken),
        old => old is null ? null : new TallyStep(
            table.ModelTags.Delete(old).If(t => t.Value == old.Value), -1, -NamedValue.BytesOf(old.Name, old.Value)),
        cancellationToken);

    /// <summary>Sets a tag of a version.</summary>
    public Task SetTagAsync(RegisteredModelItem model, long version, NamedValue tag, CancellationToken cancellationToken)
    {
        var item = new ModelVersionTagItem { ModelId = model.ModelId, Version = version, Name = tag.Name, Value = tag.Value };
        return WriteAsync(
            TallyOf(model, version),
            () => FindTagAsync(item.ModelId, version, item.Name, cancellationToken),
            old => old is null
                ? new TallyStep(table.ModelVersionTags.Put(item).If(t => t.Value.NotExists()), 1, tag.Bytes)
                : new TallyStep(
                    table.ModelVersionTags.Put(item).If(t => t.Value == old.Value), 0, tag.Bytes - NamedValue.BytesOf(old.Name, old.Value)),
            cancellationToken);
    }

    /// <summary>Deletes a tag of a version; nothing happens if there is none.</summary>
    public Task DeleteTagAsync(RegisteredModelItem model, long version, string name, CancellationToken cancellationToken) => WriteAsync(
        TallyOf(model, version),
        () => FindTagAsync(model.ModelId, version, name, cancellationToken),
        old => old is null ? null : new TallyStep(
            table.ModelVersionTags.Delete(old).If(t => t.Value == old.Value), -1, -NamedValue.BytesOf(old.Name, old.Value)),
        cancellationToken);

    /// <summary>Makes an alias name a version, whatever it named before.</summary>
    public Task SetAliasAsync(RegisteredModelItem model, string alias, long version, CancellationToken cancellationToken)
    {
        var item = new ModelAliasItem { ModelId = model.ModelId, Alias = alias, Version = version };
        return WriteAsync(
            TallyOfAliases(model) with { Version = version },
            () => FindAliasAsync(model.ModelId, alias, cancellationToken),
            old => old is null
                ? new TallyStep(table.ModelAliases.Put(item).If(a => a.Version.NotExists()), 1, Encoding.UTF8.GetByteCount(alias))
                : new TallyStep(table.ModelAliases.Put(item).If(a => a.Version == old.Version), 0, 0),
            cancellationToken);
    }

    /// <summary>Deletes an alias; nothing happens if there is none.</summary>
    /// <param name="model">The model.</param>
    /// <param name="alias">The alias.</param>
    /// <param name="version">The version that it has to name; null for any.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    public Task DeleteAliasAsync(RegisteredModelItem model, string alias, long? version, CancellationToken cancellationToken) => WriteAsync(
        TallyOfAliases(model),
        () => FindAliasAsync(model.ModelId, alias, cancellationToken),
        old => old is null || (version is not null && old.Version != version) ? null : new TallyStep(
            table.ModelAliases.Delete(old).If(a => a.Version == old.Version), -1, -Encoding.UTF8.GetByteCount(alias)),
        cancellationToken);

    private static Tally TallyOf(RegisteredModelItem model) =>
        new(model, TallyItem.Tags, Limits.ModelTags, new ModelTagsFull(model.Name, null));

    private static Tally TallyOf(RegisteredModelItem model, long version)
    {
        var number = TallyItem.TagsOf(version);
        return new Tally(model, number, Limits.ModelTags, new ModelTagsFull(model.Name, number)) { Version = version, TagsOf = version };
    }

    private static Tally TallyOfAliases(RegisteredModelItem model) =>
        new(model, TallyItem.Aliases, Limits.ModelAliases, new ModelAliasesFull(model.Name));

    private ValueTask<ModelVersionTagItem?> FindTagAsync(string id, long version, string name, CancellationToken cancellationToken) =>
        table.ModelVersionTags.GetAsync(ModelVersionTagItem.Key(id, version, name), consistentRead: true, cancellationToken);

    private ValueTask<ModelAliasItem?> FindAliasAsync(string id, string alias, CancellationToken cancellationToken) =>
        table.ModelAliases.GetAsync(ModelAliasItem.Key(id, alias), consistentRead: true, cancellationToken);

    private async Task WriteAsync<T>(
        Tally tally, Func<ValueTask<T?>> readAsync, Func<T?, TallyStep?> plan, CancellationToken cancellationToken)
        where T : class
    {
        var check = tally.Version is { } version
            ? table.ModelVersions.Check(ModelVersionItem.Key(tally.Model.ModelId, version)).If(v => v.Source.Exists())
            : null;
        for (var tries = 1; plan(await readAsync()) is { } step; tries++)
        {
            var count = step is { Count: 0, Bytes: 0 } ? null : Counting(tally, step);
            try
            {
                await table.Client.TransactWriteAsync(
                    [step.Write, .. check is null ? [] : (IWriteOperation[])[check], .. count is null ? [] : (IWriteOperation[])[count]],
                    cancellationToken);
                return;
            }
            catch (TransactWriteCanceledException e) when (check is not null && e.ConditionFailed(check))
            {
                throw ModelVersionStore.Missing(tally.Model.Name, tally.Version!.Value);
            }
            catch (TransactWriteCanceledException e) when (e.ConditionFailed(step.Write) && tries < MaxTries)
            {
                // Somebody else wrote it since it was read.
                await Task.Delay(Random.Shared.Next(Math.Min(5 * tries, 100)), cancellationToken);
            }
            catch (TransactWriteCanceledException e) when (count is not null && e.ConditionFailed(count))
            {
                if (tries == MaxTries || !await correction.CorrectAsync(tally, step, cancellationToken))
                    throw new TrackingException(tally.Full);
            }
        }
    }

    // A tally that is missing, or less than what is deleted, was not counted from the beginning.
    private Update<TallyItem> Counting(Tally tally, TallyStep step)
    {
        var update = table.Tallies.Update(TallyItem.Key(tally.Model.ModelId, tally.Of))
            .Add(t => t.Count, step.Count)
            .Add(t => t.Bytes, step.Bytes)
            .Add(t => t.Changes, 1)
            .If(t => t.Count >= Math.Max(0, -step.Count) & t.Bytes >= Math.Max(0, -step.Bytes));
        if (step.Count > 0) update.If(t => t.Count <= tally.Max - step.Count);
        if (step.Bytes > 0 && tally.MaxBytes is { } max) update.If(t => t.Bytes <= max - step.Bytes);

        return update;
    }
}
