namespace TrackingStore.Server;

/// <summary>
/// Takes a path that begins with several slashes for the one with a single slash, to which MLflow's server sends its clients. Whatever
/// comes after this sees the same path, so no check is passed by. It does not redirect: for a browser, <c>//x</c> is another server.
/// </summary>
internal static class LeadingSlashes
{
    /// <summary>Hands a request on.</summary>
    public static Task MergeAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path.Value is { } path && path.StartsWith("//", StringComparison.Ordinal))
            context.Request.Path = '/' + path.TrimStart('/');
        return next(context);
    }
}
