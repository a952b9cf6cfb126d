using TrackingStore.Model;
using TrackingStore.Values;

namespace TrackingStore.Store;

/// <summary>
/// Puts a registered model together from the items of its partition, in the order of their keys: aliases, the model, its tags, versions,
/// and the tags of versions. It keeps only what the model shows, however many versions there are.
/// </summary>
internal sealed class ModelParts
{
    // Not worth another request.
    private const int MaxSkipped = 1000;

    private readonly List<NamedValue> tags = [];
    private readonly List<ModelAliasItem> aliases = [];
    private readonly HashSet<long> wanted = [];
    private readonly HashSet<long> present = [];
    private readonly Dictionary<ModelStage, ModelVersionItem> latest = [];
    private Dictionary<long, List<NamedValue>>? tagsOfLatest;
    private int skipped;
    private long? stoppedAt;

    /// <summary>The model's own item; null if it is not there.</summary>
    public RegisteredModelItem? Model { get; private set; }

    /// <summary>The latest versions whose tags were not all there when it had enough of the items.</summary>
    public IEnumerable<long> Unfinished => stoppedAt is { } stop ? TagsOfLatest.Keys.Where(version => version >= stop) : [];

    // The tags of versions come after all versions.
    private Dictionary<long, List<NamedValue>> TagsOfLatest => tagsOfLatest ??=
        latest.Values.ToDictionary(version => version.Version, _ => new List<NamedValue>());

    /// <summary>Takes the next item.</summary>
    /// <returns>False if it needs no more of them.</returns>
    public bool Add(IModelData item)
    {
        switch (item)
        {
            case RegisteredModelItem model:
                Model = model;
                return true;
            case ModelAliasItem alias:
                aliases.Add(alias);
                wanted.Add(alias.Version);
                return true;
            case ModelTagItem tag:
                tags.Add(new NamedValue(tag.Name, tag.Value));
                return true;
            case ModelVersionItem version:
                latest[version.Stage] = version;
                if (wanted.Contains(version.Version)) present.Add(version.Version);
                return Model is not null;
            case ModelVersionTagItem tag:
                return AddTag(tag);
            default:
                return true;
        }
    }

    /// <summary>Sets all tags of a latest version.</summary>
    public void SetTags(long version, List<NamedValue> all) => TagsOfLatest[version] = all;

    /// <summary>The model; null if its own item is not there.</summary>
    public RegisteredModel? ToModel()
    {
        if (Model is null) return null;
        // An alias without its version is about to be deleted.
        var shown = aliases.Where(alias => present.Contains(alias.Version)).ToList();
        var names = shown.ToLookup(alias => alias.Version, alias => alias.Alias);
        var versions = latest.OrderBy(ofStage => ofStage.Key).Select(ofStage => ofStage.Value)
            .Select(version => new ModelVersion(Model, version, TagsOfLatest[version.Version], [.. names[version.Version]]));
        return new RegisteredModel(Model, tags, shown, [.. versions]);
    }

    private bool AddTag(ModelVersionTagItem tag)
    {
        if (TagsOfLatest.TryGetValue(tag.Version, out var list))
        {
            list.Add(new NamedValue(tag.Name, tag.Value));
            return true;
        }

        if (++skipped < MaxSkipped) return true;
        stoppedAt = tag.Version;
        return false;
    }
}
