using Microsoft.Extensions.Logging;

namespace DynamoToolkit.Patterns.TextSearch;

/// <summary>The log lines of text searches. They contain no texts.</summary>
internal static partial class TextSearchLog
{
    [LoggerMessage(
        40, LogLevel.Warning, "{Engine} failed on a search of {Type} ({Reason}). The trigram index answers until {Engine} does again.")]
    public static partial void FellBack(ILogger logger, TextSearchEngine engine, string type, string reason);

    [LoggerMessage(
        42, LogLevel.Information, "{Engine} refused a search of {Type} ({Reason}). The trigram index answers this search.")]
    public static partial void Refused(ILogger logger, TextSearchEngine engine, string type, string reason);

    [LoggerMessage(
        43, LogLevel.Warning, "{Engine} does not have all items of {Type}. The trigram index answers until it does. {Reason}")]
    public static partial void Incomplete(ILogger logger, TextSearchEngine engine, string type, string reason);

    [LoggerMessage(41, LogLevel.Information, "{Engine} answers searches of {Type} again.")]
    public static partial void AnswersAgain(ILogger logger, TextSearchEngine engine, string type);
}
