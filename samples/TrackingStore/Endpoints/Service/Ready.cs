using TrackingStore.Store;

namespace TrackingStore.Endpoints.Service;

/// <summary>Says whether the server can serve: whether its store answers. <see cref="Health"/> asks only whether the process lives.</summary>
internal sealed class Ready(StoreCheck check) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.GetRoot("ready", async context =>
    {
        await check.CheckAsync(context.RequestAborted);
        await context.Response.WriteAsync("OK", context.RequestAborted);
    });
}
