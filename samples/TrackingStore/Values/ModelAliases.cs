using System.Text.RegularExpressions;

namespace TrackingStore.Values;

/// <summary>Aliases of registered models.</summary>
internal static partial class ModelAliases
{
    /// <summary>Stands for the newest version, in any case.</summary>
    public const string Latest = "latest";

    /// <summary>Whether an alias has only letters, digits, underscores and dashes.</summary>
    public static bool IsWellFormed(string alias) => Form().IsMatch(alias);

    /// <summary>Whether an alias looks like a version, as in <c>v3</c>.</summary>
    public static bool IsVersion(string alias) => OfVersion().IsMatch(alias);

    [GeneratedRegex(@"^[\w\-]*\z")]
    private static partial Regex Form();

    [GeneratedRegex(@"^[vV][0-9]+\z")]
    private static partial Regex OfVersion();
}
