using TrackingStore.Model;
using TrackingStore.Search;
using TrackingStore.Values;

namespace TrackingStore.Store;

/// <summary>
/// Finds the versions of a model that pass a filter, from the items of the model's partition in the order of their keys: aliases, the
/// model, its tags, versions, and the tags of versions. It keeps whole versions while the allowance lasts; of further ones only what
/// filter and order need.
/// </summary>
internal sealed class VersionScan(VersionFilter filter, Allowance allowance)
{
    private readonly List<ModelAliasItem> aliases = [];
    private readonly Dictionary<long, VersionCandidate> candidates = [];
    private RegisteredModelItem? model;
    private long? tagged;

    /// <summary>Takes the next item.</summary>
    /// <returns>False if it needs no more of them.</returns>
    public bool Add(IModelData item)
    {
        switch (item)
        {
            case ModelAliasItem alias:
                aliases.Add(alias);
                return true;
            case RegisteredModelItem found:
                model = found;
                return filter.CanMatch(found);
            case ModelVersionItem when model is null:
                return false;
            case ModelVersionItem version:
                if (filter.CanMatch(new ModelVersion(model, version, [], [])))
                    candidates.Add(version.Version, new VersionCandidate(version, allowance));

                return true;
            case ModelVersionTagItem tag:
                // The tags of one version come together.
                if (tagged != tag.Version && tagged is { } finished) Decide(finished);
                tagged = tag.Version;
                if (candidates.TryGetValue(tag.Version, out var candidate))
                    candidate.Add(new NamedValue(tag.Name, tag.Value), filter.AsksFor(tag.Name));
                return candidates.Count > 0;
            default:
                return true;
        }
    }

    /// <summary>The versions that pass.</summary>
    public IEnumerable<FoundVersion> Find()
    {
        if (model is null) yield break;
        var names = aliases.ToLookup(alias => alias.Version, alias => alias.Alias);
        foreach (var (number, candidate) in candidates)
            if (candidate.Passes(filter, model)) yield return candidate.Found(model, [.. names[number]]);
    }

    private void Decide(long version)
    {
        if (candidates.TryGetValue(version, out var candidate) && !candidate.Passes(filter, model!)) candidates.Remove(version);
    }
}
