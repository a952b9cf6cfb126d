using TrackingStore.Store;

namespace TrackingStore.Endpoints.Service;

/// <summary>Says whether the store answers. <see cref="Health"/> says only that the process lives.</summary>
internal sealed class Ready(StoreCheck check) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.GetRoot(Access.Public, "ready", async context =>
    {
        await check.CheckAsync(context.RequestAborted);
        await context.Response.WriteAsync("OK", context.RequestAborted);
    });
}
