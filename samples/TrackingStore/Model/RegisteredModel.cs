using TrackingStore.Values;

namespace TrackingStore.Model;

/// <summary>A registered model as clients see it, put together from its items.</summary>
/// <param name="Item">The model's own item.</param>
/// <param name="Tags">The tags.</param>
/// <param name="Aliases">The aliases that name a version.</param>
/// <param name="LatestVersions">The latest version of each stage, by the order of the stages.</param>
internal sealed record RegisteredModel(
    RegisteredModelItem Item,
    IReadOnlyList<NamedValue> Tags,
    IReadOnlyList<ModelAliasItem> Aliases,
    IReadOnlyList<ModelVersion> LatestVersions)
{
    /// <summary>How long its texts are together, in characters.</summary>
    public long Weight => (Item.Description?.Length ?? 0) + Aliases.Sum(alias => (long)alias.Alias.Length)
        + Tags.Sum(tag => tag.Weight) + LatestVersions.Sum(version => version.Weight);

    /// <summary>The value of a tag.</summary>
    public string? TagOf(string name) => Tags.FirstOrDefault(tag => tag.Name == name)?.Value;
}
