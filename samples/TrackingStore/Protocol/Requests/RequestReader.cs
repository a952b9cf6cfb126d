namespace TrackingStore.Protocol.Requests;

/// <summary>Finds the arguments of an HTTP request: in the query string of a GET, in the JSON body of anything else.</summary>
internal static class RequestReader
{
    private static readonly string[] FormTypes = ["application/x-www-form-urlencoded", "multipart/form-data", "text/plain"];

    /// <summary>The arguments of a request.</summary>
    public static async Task<Arguments> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) return OfQuery(request);
        // A client that has nothing to say but the path sends a DELETE without a body. No page of another origin can send a DELETE.
        if (request.ContentType is not null || !HttpMethods.IsDelete(request.Method)) RequireJson(request.ContentType);
        return Of(request, new JsonArguments(await JsonBody.ReadAsync(request, cancellationToken)));
    }

    /// <summary>The arguments in the query string of a request whose body is something else.</summary>
    public static Arguments OfQuery(HttpRequest request) => Of(request, new QueryArguments(request.Query));

    /// <summary>
    /// Refuses the content types of HTML forms. Any page can send a form to any server, and an old browser does not say whose page it was.
    /// </summary>
    public static void RefuseForm(string? contentType)
    {
        if (!FormTypes.Contains(TypeOf(contentType), StringComparer.OrdinalIgnoreCase)) return;
        throw MlflowException.Invalid("Bad Request. Content-Type must not be that of an HTML form. Use application/octet-stream.");
    }

    private static Arguments Of(HttpRequest request, IArgumentSource others) =>
        new(request.RouteValues.Count == 0 ? others : new RouteArguments(request.RouteValues, others));

    private static void RequireJson(string? contentType)
    {
        if (TypeOf(contentType).Equals("application/json", StringComparison.OrdinalIgnoreCase)) return;
        throw MlflowException.Invalid("Bad Request. Content-Type must be one of ['application/json'].");
    }

    private static string TypeOf(string? contentType) => contentType is null ? "" : contentType.Split(';')[0].Trim();
}
