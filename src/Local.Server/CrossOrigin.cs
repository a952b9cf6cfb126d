namespace DynamoToolkit.Local.Server;

/// <summary>Allows requests from web pages of any origin, as the service does.</summary>
internal static class CrossOrigin
{
    private const string Seconds = "172800";

    /// <summary>Allows a page to read the response.</summary>
    public static void Allow(HttpContext context)
    {
        if (context.Request.Headers.ContainsKey("Origin"))
            context.Response.Headers.AccessControlAllowOrigin = "*";
    }

    /// <summary>Answers a preflight request of a browser.</summary>
    public static void AnswerPreflight(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlAllowHeaders = context.Request.Headers.AccessControlRequestHeaders;
        headers.AccessControlAllowMethods = context.Request.Headers.AccessControlRequestMethod;
        headers.AccessControlMaxAge = Seconds;
        context.Response.ContentLength = 0;
    }
}
