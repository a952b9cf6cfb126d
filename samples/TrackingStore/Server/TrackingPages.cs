using TrackingStore.Endpoints;
using TrackingStore.Pages.Artifacts;
using TrackingStore.Pages.Compare;
using TrackingStore.Pages.Experiments;
using TrackingStore.Pages.Layout;
using TrackingStore.Pages.Models;
using TrackingStore.Pages.Run;
using TrackingStore.Pages.Runs;

namespace TrackingStore.Server;

/// <summary>The pages for people.</summary>
internal static class TrackingPages
{
    /// <summary>Registers the pages.</summary>
    public static IServiceCollection AddTrackingPages(this IServiceCollection services) => services
        .AddSingleton<RunTableReader>()
        .AddSingleton<RunFiles>()
        .AddSingleton<ArtifactPreview>()
        .AddSingleton<NestedRuns>()
        .AddSingleton<IPage, ExperimentsPage>()
        .AddSingleton<IPage, ExperimentPage>()
        .AddSingleton<IPage, ModelsPage>()
        .AddSingleton<IPage, ModelPage>()
        .AddSingleton<IPage, VersionPage>()
        .AddSingleton<IPage, RunPage>()
        .AddSingleton<IPage, RunArtifactsPage>()
        .AddSingleton<IPage, ComparePage>();

    /// <summary>Adds the pages to the routes.</summary>
    public static void MapTrackingPages(this WebApplication application, bool isReadOnly)
    {
        PageAssets.Map(application);
        var routes = new PageRoutes(application, application.Services.GetRequiredService<Gate>(), isReadOnly);
        foreach (var page in application.Services.GetServices<IPage>()) page.Map(routes);
    }
}
