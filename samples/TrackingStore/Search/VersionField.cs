using TrackingStore.Model;

namespace TrackingStore.Search;

/// <summary>A field that versions of models are searched and sorted by.</summary>
/// <param name="Property">What of the version it is.</param>
/// <param name="Name">The name of the tag; empty for everything else.</param>
internal readonly record struct VersionField(VersionProperty Property, string Name = "")
{
    /// <summary>The value of a number field; times are whole milliseconds, as clients see them.</summary>
    public long NumberOf(ModelVersion version) => Property switch
    {
        VersionProperty.CreationTime => version.Item.CreationTime.ToUnixTimeMilliseconds(),
        VersionProperty.LastUpdateTime => version.LastUpdateTime.ToUnixTimeMilliseconds(),
        _ => version.Item.Version,
    };

    /// <summary>The value of a text field, or null where the version has none.</summary>
    public string? TextOf(ModelVersion version) => Property switch
    {
        VersionProperty.Name => version.Model.Name,
        VersionProperty.RunId => version.Item.RunId ?? "",
        VersionProperty.Source => version.Item.Source,
        _ => version.TagOf(Name),
    };
}
