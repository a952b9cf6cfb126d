using TrackingStore.Values;

namespace TrackingStore.Model;

/// <summary>A version of a registered model, put together from the items of the model.</summary>
internal sealed record ModelVersion(
    RegisteredModelItem Model, ModelVersionItem Item, IReadOnlyList<NamedValue> Tags, IReadOnlyList<string> Aliases)
{
    /// <summary>When it changed last: a renamed model changes its versions.</summary>
    public DateTimeOffset LastUpdateTime => Model.RenameTime > Item.LastUpdateTime ? Model.RenameTime.Value : Item.LastUpdateTime;

    /// <summary>How long its texts are together, in characters.</summary>
    public long Weight => Item.Weight + Tags.Sum(tag => tag.Weight);

    /// <summary>The value of a tag.</summary>
    public string? TagOf(string name) => Tags.FirstOrDefault(tag => tag.Name == name)?.Value;
}
