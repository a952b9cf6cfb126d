using System.Text.RegularExpressions;

namespace TrackingStore.Values;

/// <summary>Ids of logged models.</summary>
internal static partial class LoggedModelIds
{
    /// <summary>A new id: <c>m-</c> and 32 lower-case hexadecimal digits.</summary>
    public static string Create() => $"m-{Guid.NewGuid():N}";

    /// <summary>Whether a logged model can have the id.</summary>
    public static bool IsValid(string modelId) => Form().IsMatch(modelId);

    [GeneratedRegex(@"^m-[0-9a-f]{32}\z")]
    private static partial Regex Form();
}
