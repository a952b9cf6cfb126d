namespace DynamoToolkit.Local.Server;

/// <summary>
/// Demands a signature of the right form, so that a client that forgets to sign fails here and not in production. Neither the key nor the
/// signature itself is checked, so a header that is complete needs no date.
/// </summary>
internal static class Authentication
{
    private static readonly string[] HeaderParts = ["Credential", "Signature", "SignedHeaders"];
    private static readonly string[] QueryParts =
        ["X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Signature", "X-Amz-SignedHeaders", "X-Amz-Date"];

    /// <summary>Returns the problem with the signature; null if there is none.</summary>
    public static ProtocolError? Check(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString().Trim();
        var inQuery = request.QueryString.HasValue && request.Query.ContainsKey("X-Amz-Algorithm");
        if (header.Length > 0 && inQuery)
        {
            return new ProtocolError(
                "InvalidSignatureException", "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.");
        }

        if (inQuery)
            return CheckQuery(request);
        return header.StartsWith("AWS4-", StringComparison.Ordinal)
            ? CheckHeader(request, header)
            : new ProtocolError("MissingAuthenticationTokenException", "Request is missing Authentication Token");
    }

    private static ProtocolError? CheckHeader(HttpRequest request, string header)
    {
        if (Array.TrueForAll(HeaderParts, part => HasPart(header, part)))
            return null;

        var message = string.Concat(HeaderParts
            .Where(part => !HasPart(header, part))
            .Select(static part => $"Authorization header requires '{part}' parameter. "));
        if (message.Length > 0 && !request.Headers.ContainsKey("X-Amz-Date") && !request.Headers.ContainsKey("Date"))
            message += "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ";
        return Incomplete(message, $"Authorization={header}");
    }

    // Commas and spaces lie between the parts, a part is a name, an equals sign and a value.
    private static bool HasPart(ReadOnlySpan<char> header, string name)
    {
        foreach (var range in header.SplitAny(',', ' '))
        {
            var part = header[range];
            if (part.Length > name.Length + 1 && part[name.Length] == '=' && part.StartsWith(name, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static ProtocolError? CheckQuery(HttpRequest request)
    {
        var message = string.Concat(QueryParts
            .Where(part => string.IsNullOrEmpty(request.Query[part]))
            .Select(static part => $"AWS query-string parameters must include '{part}'. "));
        return Incomplete(message, "Re-examine the query-string parameters.");
    }

    private static ProtocolError? Incomplete(string problems, string hint) =>
        problems.Length == 0 ? null : new ProtocolError("IncompleteSignatureException", problems + hint);
}
