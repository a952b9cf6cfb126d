namespace DynamoToolkit.Local.Streams;

/// <summary>The four kinds of streams: what a record shows of an item.</summary>
internal static class StreamView
{
    /// <summary>The words of the API, in the order in which the service lists them.</summary>
    public static readonly string[] Words = ["NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES", "KEYS_ONLY"];

    /// <summary>Whether records show the item before the change.</summary>
    public static bool ShowsOld(string view) => view is "OLD_IMAGE" or "NEW_AND_OLD_IMAGES";

    /// <summary>Whether records show the item after the change.</summary>
    public static bool ShowsNew(string view) => view is "NEW_IMAGE" or "NEW_AND_OLD_IMAGES";
}
