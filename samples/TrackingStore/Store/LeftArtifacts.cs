using System.Globalization;
using TrackingStore.Artifacts;

namespace TrackingStore.Store;

/// <summary>Artifacts that a removal leaves where they are, because this server does not keep them.</summary>
internal sealed class LeftArtifacts(IArtifactStore artifacts)
{
    private const int MaxShown = 20;
    private readonly List<string> shown = [];
    private int count;

    /// <summary>Adds those of a run or model that is removed, unless this server keeps them.</summary>
    public void Add(string artifactUri)
    {
        if (artifacts.IsOwn(artifactUri)) return;
        if (++count <= MaxShown) shown.Add(artifactUri);
    }

    /// <summary>What a person should know of them; null if there are none.</summary>
    public override string? ToString()
    {
        if (count == 0) return null;
        var places = string.Join(", ", shown) + (count > MaxShown ? ", …" : ".");
        return string.Create(
            CultureInfo.InvariantCulture, $"The artifacts of {count} runs or logged models are elsewhere, and stay: {places}");
    }
}
