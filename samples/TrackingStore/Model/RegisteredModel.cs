using TrackingStore.Values;

namespace TrackingStore.Model;

/// <summary>A registered model, put together from its own item and those of its tags, aliases and versions.</summary>
internal sealed class RegisteredModel
{
    private RegisteredModel(RegisteredModelItem item, ILookup<Type, IModelData> data)
    {
        Item = item;
        Tags = [.. data[typeof(ModelTagItem)].Cast<ModelTagItem>().Select(tag => new NamedValue(tag.Name, tag.Value))];
        var versions = data[typeof(ModelVersionItem)].Cast<ModelVersionItem>().ToDictionary(version => version.Version);
        Aliases = [.. data[typeof(ModelAliasItem)].Cast<ModelAliasItem>().Where(alias => versions.ContainsKey(alias.Version))];
        var aliases = Aliases.ToLookup(alias => alias.Version, alias => alias.Alias);
        var tags = data[typeof(ModelVersionTagItem)].Cast<ModelVersionTagItem>()
            .ToLookup(tag => tag.Version, tag => new NamedValue(tag.Name, tag.Value));
        Versions =
        [
            .. versions.Values.OrderBy(version => version.Version).Select(
                version => new ModelVersion(item, version, [.. tags[version.Version]], [.. aliases[version.Version]])),
        ];
    }

    /// <summary>The model's own item.</summary>
    public RegisteredModelItem Item { get; }

    /// <summary>The tags.</summary>
    public IReadOnlyList<NamedValue> Tags { get; }

    /// <summary>The aliases that name a version.</summary>
    public IReadOnlyList<ModelAliasItem> Aliases { get; }

    /// <summary>The versions, the oldest first.</summary>
    public IReadOnlyList<ModelVersion> Versions { get; }

    /// <summary>The latest version of each stage, by the order of the stages.</summary>
    public IEnumerable<ModelVersion> LatestVersions =>
        Versions.GroupBy(version => version.Item.Stage).OrderBy(ofStage => ofStage.Key).Select(ofStage => ofStage.Last());

    /// <summary>A model from all of its items; null if its own is not among them.</summary>
    public static RegisteredModel? Of(IReadOnlyList<IModelData> data) =>
        data.OfType<RegisteredModelItem>().SingleOrDefault() is { } item
            ? new RegisteredModel(item, data.ToLookup(one => one.GetType()))
            : null;

    /// <summary>The value of a tag.</summary>
    public string? TagOf(string name) => Tags.FirstOrDefault(tag => tag.Name == name)?.Value;

    /// <summary>A version; null if none has the number.</summary>
    public ModelVersion? VersionOf(long number) => Versions.FirstOrDefault(version => version.Item.Version == number);
}
