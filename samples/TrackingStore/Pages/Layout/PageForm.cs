using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using TrackingStore.Protocol;

namespace TrackingStore.Pages.Layout;

/// <summary>Reads the forms of pages, and only those.</summary>
internal static class PageForm
{
    private const int MaxBytes = 1_000_000;
    private const int MaxFields = 2000;
    private const string SameOrigin = "same-origin";

    /// <summary>The fields of a form.</summary>
    /// <exception cref="MlflowException">The request may come from elsewhere, or is not a form of a page.</exception>
    public static async Task<IEnumerable<KeyValuePair<string, StringValues>>> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        RequireOwn(request);
        if (!request.HasFormContentType || request.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
            throw MlflowException.Invalid("Bad Request. Content-Type must be one of ['application/x-www-form-urlencoded'].");

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = MaxBytes;
        var reader = new FormPipeReader(request.BodyReader) { ValueCountLimit = MaxFields, ValueLengthLimit = MaxBytes };
        try
        {
            return await reader.ReadFormAsync(context.RequestAborted);
        }
        catch (InvalidDataException e)
        {
            throw MlflowException.Invalid($"The form cannot be read. {e.Message}");
        }
    }

    /// <summary>
    /// Any page can send a form to any server. Every browser of today says whose page it was, and the server has refused those of others by
    /// now. A browser that does not say it is refused here.
    /// </summary>
    private static void RequireOwn(HttpRequest request)
    {
        if (!string.IsNullOrWhiteSpace(request.Headers.Origin) || request.Headers["Sec-Fetch-Site"] == SameOrigin) return;
        throw new MlflowException(
            ErrorCode.PERMISSION_DENIED,
            "Cross-origin request blocked. The request does not say which page sent the form: it needs the header Origin.");
    }
}
