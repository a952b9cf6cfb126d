using TrackingStore.Protocol.Requests;

namespace TrackingStore.Pages.Models;

/// <summary>What forms send otherwise than clients of the API.</summary>
internal static class FormArguments
{
    /// <summary>A description. Browsers send CR and LF at the end of a line.</summary>
    public static string FormDescription(this Arguments arguments) =>
        arguments.Description().ReplaceLineEndings("\n");
}
