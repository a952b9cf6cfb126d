using System.Globalization;
using TrackingStore.Model;
using TrackingStore.Protocol.Messages;
using TrackingStore.Values;

namespace TrackingStore.Protocol.Replies;

/// <summary>Registered models and their versions as messages.</summary>
internal static class ModelMessages
{
    /// <summary>The one status that versions have here: their files are there before they are registered.</summary>
    private const string Ready = "READY";

    /// <summary>A registered model.</summary>
    public static RegisteredModelInfo ToMessage(this RegisteredModel model) => new()
    {
        Name = model.Item.Name,
        CreationTimestamp = model.Item.CreationTime.ToUnixTimeMilliseconds(),
        LastUpdatedTimestamp = model.Item.LastUpdateTime.ToUnixTimeMilliseconds(),
        Description = string.IsNullOrEmpty(model.Item.Description) ? null : model.Item.Description,
        LatestVersions = model.LatestVersions.Select(ToMessage).ListOrAbsent(),
        Tags = model.Tags.Select(ToMessage).ListOrAbsent(),
        Aliases = model.Aliases.Select(alias => new ModelAlias(alias.Alias, Show(alias.Version))).ListOrAbsent(),
    };

    /// <summary>A version of a registered model.</summary>
    public static ModelVersionInfo ToMessage(this ModelVersion version) => new()
    {
        Name = version.Model.Name,
        Version = Show(version.Item.Version),
        CreationTimestamp = version.Item.CreationTime.ToUnixTimeMilliseconds(),
        LastUpdatedTimestamp = version.LastUpdateTime.ToUnixTimeMilliseconds(),
        CurrentStage = version.Item.Stage.ToString(),
        Description = version.Item.Description,
        Source = version.Item.Source,
        RunId = version.Item.RunId ?? "",
        Status = Ready,
        Tags = version.Tags.Select(ToMessage).ListOrAbsent(),
        RunLink = version.Item.RunLink,
        Aliases = version.Aliases.ListOrAbsent(),
        ModelId = version.Item.LoggedModelId,
    };

    private static KeyValue ToMessage(NamedValue tag) => new(tag.Name, tag.Value);

    private static string Show(long version) => version.ToString(CultureInfo.InvariantCulture);
}
