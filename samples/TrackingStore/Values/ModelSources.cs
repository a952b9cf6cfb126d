using System.Globalization;
using System.Text.RegularExpressions;

namespace TrackingStore.Values;

/// <summary>Where versions of models are registered from.</summary>
internal static partial class ModelSources
{
    private const string Scheme = "models:";
    private const int MaxEncodings = 8;

    /// <summary>Whether a source is another model: a registered or a logged one.</summary>
    public static bool IsModel(string source) => source.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);

    /// <summary>The version of a registered model that a source names; null if it names something else.</summary>
    public static (string Name, long Version)? VersionOf(string source) =>
        OfVersion().Match(source) is { Success: true } match
        && long.TryParse(match.Groups[2].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? (match.Groups[1].Value, version)
            : null;

    /// <summary>The id of the logged model that a source names; null if it names something else.</summary>
    public static string? LoggedModelOf(string source) =>
        OfLoggedModel().Match(source) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>Whether a source has a part that leads upwards, also after it is decoded once more or several times.</summary>
    public static bool IsRelative(string source)
    {
        for (var i = 0; i < MaxEncodings; i++)
        {
            if (source.Any(char.IsControl) || source.Split('/', '\\').Any(part => part is "." or "..")) return true;
            var decoded = Uri.UnescapeDataString(source);
            if (decoded == source) return false;
            source = decoded;
        }

        return true;
    }

    [GeneratedRegex(@"^(?i:models):/+(m-[0-9a-f]{32})\z")]
    private static partial Regex OfLoggedModel();

    [GeneratedRegex(@"^models:/+([^/]+)/([0-9]+)\z", RegexOptions.IgnoreCase)]
    private static partial Regex OfVersion();
}
