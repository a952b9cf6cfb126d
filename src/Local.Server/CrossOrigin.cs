
namespace DynamoToolkit.Local.Server;

/// <summary>Lets web pages of any origin talk to the server, as the service does.</summary>
internal static class CrossOrigin
{
    private const string Seconds = "172800";

    /// <summary>Allows the answer to a request to be read.</summary>
    public static void Allow(HttpContext context)
    {
        if (context.Request.Headers.ContainsKey("Origin"))
            context.Response.Headers.AccessControlAllowOrigin = "*";
    }

    /// <summary>Answers a browser that asks before it sends a request.</summary>
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
