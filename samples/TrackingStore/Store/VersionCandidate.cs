using TrackingStore.Model;
using TrackingStore.Search;
using TrackingStore.Values;

namespace TrackingStore.Store;

/// <summary>
/// A version that passes all conditions of a search but those on tags, which come after it. It is whole while the allowance lasts.
/// </summary>
internal sealed class VersionCandidate
{
    private readonly Allowance allowance;
    private readonly ModelVersionItem item;
    private readonly List<NamedValue> asked = [];
    private readonly List<NamedValue> all = [];
    private long taken;
    private long weight;
    private bool isWhole;
    private bool? passes;

    /// <summary>A version without its tags.</summary>
    public VersionCandidate(ModelVersionItem version, Allowance allowance)
    {
        this.allowance = allowance;
        weight = version.Weight;
        isWhole = TryTake(weight);
        item = isWhole ? version : WithoutTexts(version);
    }

    /// <summary>Adds a tag.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="isAsked">Whether the filter asks for it.</param>
    public void Add(NamedValue tag, bool isAsked)
    {
        weight += tag.Weight;
        if (isAsked) asked.Add(tag);
        if (isWhole && TryTake(tag.Weight))
        {
            all.Add(tag);
            return;
        }

        isWhole = false;
        all.Clear();
    }

    /// <summary>Whether it passes the conditions on tags. Once it was asked, no further tag may come.</summary>
    public bool Passes(VersionFilter filter, RegisteredModelItem model)
    {
        if (passes is { } decided) return decided;
        passes = filter.MatchesTags(new ModelVersion(model, item, asked, []));
        // Only what it takes of the allowance stays.
        asked.Clear();
        asked.TrimExcess();
        if (passes is false) allowance.GiveBack(taken);
        return passes.Value;
    }

    /// <summary>The version, which passes the filter.</summary>
    public FoundVersion Found(RegisteredModelItem model, IReadOnlyList<string> aliases) =>
        new(new ModelVersion(model, item, all, aliases), weight, isWhole);

    private static ModelVersionItem WithoutTexts(ModelVersionItem version) => new()
    {
        ModelId = version.ModelId,
        Version = version.Version,
        Source = "",
        StorageLocation = "",
        RunLink = "",
        Description = "",
        Stage = version.Stage,
        CreationTime = version.CreationTime,
        LastUpdateTime = version.LastUpdateTime,
    };

    private bool TryTake(long amount)
    {
        if (!allowance.TryTake(amount)) return false;
        taken += amount;
        return true;
    }
}
