namespace TrackingStore.Pages.Layout;

/// <summary>A page with its forms.</summary>
internal interface IPage
{
    /// <summary>Adds the page.</summary>
    void Map(PageRoutes routes);
}
