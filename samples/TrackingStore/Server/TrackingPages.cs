using TrackingStore.Pages;

namespace TrackingStore.Server;

/// <summary>The pages for people.</summary>
internal static class TrackingPages
{
    /// <summary>Registers the pages.</summary>
    public static IServiceCollection AddTrackingPages(this IServiceCollection services) => services
        .AddSingleton<ArtifactsOfRun>()
        .AddSingleton<NewestRuns>()
        .AddSingleton<HomePage>()
        .AddSingleton<ExperimentPage>()
        .AddSingleton<RunPage>();

    /// <summary>Adds the pages to the routes.</summary>
    public static void MapTrackingPages(this WebApplication application)
    {
        application.Services.GetRequiredService<HomePage>().Map(application);
        application.Services.GetRequiredService<ExperimentPage>().Map(application);
        application.Services.GetRequiredService<RunPage>().Map(application);
    }
}
