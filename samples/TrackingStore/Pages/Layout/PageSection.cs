namespace TrackingStore.Pages.Layout;

/// <summary>The part of the pages that a page belongs to; the navigation marks it.</summary>
internal enum PageSection
{
    None,
    Experiments,
    Models,
}
