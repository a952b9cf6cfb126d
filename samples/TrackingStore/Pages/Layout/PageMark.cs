namespace TrackingStore.Pages.Layout;

/// <summary>Marks the routes of pages, whose errors are pages, too.</summary>
internal sealed class PageMark
{
    /// <summary>The mark.</summary>
    public static PageMark Instance { get; } = new();
}
