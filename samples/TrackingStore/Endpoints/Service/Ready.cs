using TrackingStore.Availability;
using TrackingStore.Protocol;
using TrackingStore.Store;

namespace TrackingStore.Endpoints.Service;

/// <summary>
/// Reports whether the server can serve requests: whether the store answers, and the server is not about to stop. <see cref="Health"/>
/// reports only that the process lives.
/// </summary>
internal sealed class Ready(StoreCheck check, Drain drain) : IEndpoint
{
    private static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.GetRoot(Access.Public, "ready", async context =>
    {
        if (drain.HasBegun) throw MlflowException.Unavailable("The server is stopping. Please use another one.", ShortWait);
        await check.CheckAsync(context.RequestAborted);
        await context.Response.WriteAsync("OK", context.RequestAborted);
    });
}
