using System.Text;
using DynamoToolkit;
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
    private readonly TallyWriter writer = new(table);
    private readonly PartSizes sizes = new(table);

    /// <summary>The tally of the tags that something is created with.</summary>
    public Put<TallyItem> PutTally(string id, string of, IReadOnlyCollection<NamedValue> tags) =>
        table.Tallies.Put(new TallyItem { ModelId = id, Of = of, Count = tags.Count, Bytes = tags.Sum(tag => tag.Bytes) });

    /// <summary>Sets a tag of a model.</summary>
    public Task SetTagAsync(RegisteredModelItem model, NamedValue tag, CancellationToken cancellationToken)
    {
        var item = new ModelTagItem { ModelId = model.ModelId, Name = tag.Name, Value = tag.Value };
        return writer.WriteAsync(
            TallyOf(model),
            () => table.ModelTags.GetAsync(ModelTagItem.Key(item.ModelId, item.Name), consistentRead: true, cancellationToken),
            old => old is null
                ? new TallyStep(table.ModelTags.Put(item).If(t => t.Value.NotExists()), 1, tag.Bytes)
                : new TallyStep(
                    table.ModelTags.Put(item).If(t => t.Value == old.Value), 0, tag.Bytes - NamedValue.BytesOf(old.Name, old.Value)),
            cancellationToken);
    }

    /// <summary>Deletes a tag of a model; nothing happens if there is none.</summary>
    public Task DeleteTagAsync(RegisteredModelItem model, string name, CancellationToken cancellationToken) => writer.WriteAsync(
        TallyOf(model),
        () => table.ModelTags.GetAsync(ModelTagItem.Key(model.ModelId, name), consistentRead: true, cancellationToken),
        old => old is null ? null : new TallyStep(
            table.ModelTags.Delete(old).If(t => t.Value == old.Value), -1, -NamedValue.BytesOf(old.Name, old.Value)),
        cancellationToken);

    /// <summary>Sets a tag of a version.</summary>
    public Task SetTagAsync(RegisteredModelItem model, long version, NamedValue tag, CancellationToken cancellationToken)
    {
        var item = new ModelVersionTagItem { ModelId = model.ModelId, Version = version, Name = tag.Name, Value = tag.Value };
        return writer.WriteAsync(
            TallyOf(model, version),
            () => FindTagAsync(item.ModelId, version, item.Name, cancellationToken),
            old => old is null
                ? new TallyStep(table.ModelVersionTags.Put(item).If(t => t.Value.NotExists()), 1, tag.Bytes)
                : new TallyStep(
                    table.ModelVersionTags.Put(item).If(t => t.Value == old.Value), 0, tag.Bytes - NamedValue.BytesOf(old.Name, old.Value)),
            cancellationToken);
    }

    /// <summary>Deletes a tag of a version; nothing happens if there is none.</summary>
    public Task DeleteTagAsync(RegisteredModelItem model, long version, string name, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            TallyOf(model, version),
            () => FindTagAsync(model.ModelId, version, name, cancellationToken),
            old => old is null ? null : new TallyStep(
                table.ModelVersionTags.Delete(old).If(t => t.Value == old.Value), -1, -NamedValue.BytesOf(old.Name, old.Value)),
            cancellationToken);

    /// <summary>Makes an alias name a version, whatever it named before.</summary>
    public Task SetAliasAsync(RegisteredModelItem model, string alias, long version, CancellationToken cancellationToken)
    {
        var item = new ModelAliasItem { ModelId = model.ModelId, Alias = alias, Version = version };
        return writer.WriteAsync(
            TallyOfAliases(model) with { NeededByParts = [OwnerOf(model, version)] },
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
    public Task DeleteAliasAsync(RegisteredModelItem model, string alias, long? version, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            TallyOfAliases(model),
            () => FindAliasAsync(model.ModelId, alias, cancellationToken),
            old => old is null || (version is not null && old.Version != version) ? null : new TallyStep(
                table.ModelAliases.Delete(old).If(a => a.Version == old.Version), -1, -Encoding.UTF8.GetByteCount(alias)),
            cancellationToken);

    private Tally TallyOf(RegisteredModelItem model) => new(
        model.ModelId,
        TallyItem.Tags,
        Limits.ModelTags,
        Limits.ModelTagBytes,
        new ModelTagsFull(model.Name, null),
        cancellationToken => sizes.TagsAsync(model.ModelId, cancellationToken))
    {
        Owners = [OwnerOf(model)],
    };

    private Tally TallyOf(RegisteredModelItem model, long version)
    {
        var (number, owner) = (TallyItem.TagsOf(version), OwnerOf(model, version));
        return new Tally(
            model.ModelId,
            number,
            Limits.ModelTags,
            Limits.ModelTagBytes,
            new ModelTagsFull(model.Name, number),
            cancellationToken => sizes.TagsAsync(model.ModelId, version, cancellationToken))
        {
            NeededByParts = [owner],
            Owners = [OwnerOf(model), owner],
        };
    }

    // Aliases are short, so their bytes are not limited.
    private Tally TallyOfAliases(RegisteredModelItem model) => new(
        model.ModelId,
        TallyItem.Aliases,
        Limits.ModelAliases,
        MaxBytes: null,
        new ModelAliasesFull(model.Name),
        cancellationToken => sizes.AliasesAsync(model.ModelId, cancellationToken))
    {
        Owners = [OwnerOf(model)],
    };

    private TallyOwner OwnerOf(RegisteredModelItem model) =>
        new(table.Models.Check(RegisteredModelItem.Key(model.ModelId)).If(m => m.Name.Exists()), new ModelMissing(model.Name));

    private TallyOwner OwnerOf(RegisteredModelItem model, long version) => new(
        table.ModelVersions.Check(ModelVersionItem.Key(model.ModelId, version)).If(v => v.Source.Exists()),
        new ModelVersionMissing(model.Name, TallyItem.TagsOf(version)));

    private ValueTask<ModelVersionTagItem?> FindTagAsync(string id, long version, string name, CancellationToken cancellationToken) =>
        table.ModelVersionTags.GetAsync(ModelVersionTagItem.Key(id, version, name), consistentRead: true, cancellationToken);

    private ValueTask<ModelAliasItem?> FindAliasAsync(string id, string alias, CancellationToken cancellationToken) =>
        table.ModelAliases.GetAsync(ModelAliasItem.Key(id, alias), consistentRead: true, cancellationToken);
}
