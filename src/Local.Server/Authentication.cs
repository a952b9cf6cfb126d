
namespace DynamoToolkit.Local.Server;

/// <summary>
/// Demands a signature of the right form, so that a client that forgets to sign learns it here and not in production. Which key it was made
/// with, and whether it is right, nobody checks.
/// </summary>
internal static class Authentication
{
    private static readonly string[] HeaderParts = ["Credential", "Signature", "SignedHeaders"];
    private static readonly string[] QueryParts = ["X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Signature", "X-Amz-SignedHeaders", "X-Amz-Date"];

    /// <summary>What is wrong with the signature; null if nothing is.</summary>
    public static ProtocolError? Check(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString().Trim();
        var inQuery = request.Query.ContainsKey("X-Amz-Algorithm");
        if (header.Length > 0 && inQuery)
            return new ProtocolError("InvalidSignatureException", "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.");
        if (inQuery)
            return CheckQuery(request);
        return header.StartsWith("AWS4-", StringComparison.Ordinal)
            ? CheckHeader(request, header)
            : new ProtocolError("MissingAuthenticationTokenException", "Request is missing Authentication Token");
    }

    private static ProtocolError? CheckHeader(HttpRequest request, string header)
    {
        var given = header.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)
            .Select(static part => part.Split('=', 2))
            .Where(static part => part is [_, { Length: > 0 }])
            .Select(static part => part[0])
            .ToHashSet();
        var message = string.Concat(HeaderParts
            .Where(part => !given.Contains(part))
            .Select(static part => $"Authorization header requires '{part}' parameter. "));
        if (!request.Headers.ContainsKey("X-Amz-Date") && !request.Headers.ContainsKey("Date"))
            message += "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ";
        return message.Length == 0 ? null : new ProtocolError("IncompleteSignatureException", $"{message}Authorization={header}");
    }

    private static ProtocolError? CheckQuery(HttpRequest request)
    {
        var message = string.Concat(QueryParts
            .Where(part => string.IsNullOrEmpty(request.Query[part]))
            .Select(static part => $"AWS query-string parameters must include '{part}'. "));
        return message.Length == 0 ? null : new ProtocolError("IncompleteSignatureException", message + "Re-examine the query-string parameters.");
    }
}
