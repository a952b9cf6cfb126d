using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DynamoToolkit.Local.Tests.Differential;

/// <summary>What an endpoint answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body.</param>
internal sealed partial record Answer(int Status, JsonObject Body)
{
    /// <summary>Whether the request succeeded.</summary>
    public bool IsOk => Status == 200;

    /// <summary>The name of the error; empty if there is none.</summary>
    public string ErrorType => IsOk ? "" : ((string?)Body["__type"] ?? "").Split('#')[^1];

    /// <summary>Whether DynamoDB Local failed with an error of its own.</summary>
    public bool IsBroken => ErrorType is "InternalFailure" or "NotJson";

    /// <summary>The message of the error; empty if there is none.</summary>
    public string Message => IsOk ? "" : (string?)Body["message"] ?? (string?)Body["Message"] ?? "";

    /// <summary>Everything that must be the same, except the consumed capacity.</summary>
    public string Text => IsOk
        ? Canonical.Text(Body)
        : $"{ErrorType}: {Message} {Canonical.Text(Body["CancellationReasons"])} {Canonical.Text(Body["Item"], isInItem: true)}".TrimEnd();

    /// <summary>The consumed capacity; empty if there is none.</summary>
    public string Capacity => Body["ConsumedCapacity"] switch
    {
        null => "",
        JsonArray tables => string.Join(' ', tables.Select(static table => Canonical.Text(table)).Order(StringComparer.Ordinal)),
        var table => Canonical.Text(table),
    };

    /// <summary>Why a transaction was cancelled: for each action, the answer that it would have got alone, or null.</summary>
    public IReadOnlyList<Answer?> Reasons => Body["CancellationReasons"] is JsonArray reasons ? [.. reasons.Select(Reason)] : [];

    /// <summary>What answers of the same kind have in common: the error without what varies from request to request.</summary>
    public string Kind => IsOk ? "200" : $"{ErrorType} {Varying().Replace(Message, "*")}";

    private static Answer? Reason(JsonNode? reason)
    {
        var code = (string?)reason!["Code"];
        if (code is null or "None")
            return null;

        var alone = new JsonObject { ["__type"] = code, ["message"] = (string?)reason["Message"] };
        if (reason["Item"] is { } item)
            alone["Item"] = item.DeepClone();
        return new Answer(400, alone);
    }

    [GeneratedRegex("""
        (?<=token:\ )[^,]*|(?<=near:\ ).*|\[[^\[\]]*\]|\{[^{}]*\}|'[^']*'|"[^"]*"|[:\#][\w]+|\d+|(?<=operand:\ )[^;,]*
        |(?<=(?:Key|Name|name|keyword|[aA]ttribute|value|levels|size|attributes|Table|[eE]xpected|[aA]ctual|type|function|key|Hash|Range)
        (?::|\ for)\ )[^;,\ ]+
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Varying();
}
