using TrackingStore.Protocol.Requests;
using TrackingStore.Values;

namespace TrackingStore.Pages.Models;

/// <summary>What forms send otherwise than clients of the API.</summary>
internal static class FormArguments
{
    /// <summary>
    /// A description; empty where it is absent. Browsers send CR and LF at the end of a line, which counts as one character.
    /// </summary>
    public static string FormDescription(this Arguments arguments)
    {
        var description = (arguments.Text("description") ?? "").Replace("\r\n", "\n", StringComparison.Ordinal);
        Rules.RequireLength(description, "description", Limits.ModelDescription);
        return description;
    }
}
