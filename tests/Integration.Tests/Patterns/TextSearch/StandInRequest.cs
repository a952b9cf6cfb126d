using System.Text;
using System.Text.Json.Nodes;

namespace DynamoToolkit.Integration.Tests.Patterns.TextSearch;

/// <summary>A request that arrived at the stand-in.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Address">The address.</param>
/// <param name="Headers">The headers, by their names in lower case.</param>
/// <param name="Body">The body.</param>
internal sealed record StandInRequest(string Method, Uri Address, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Body);

    public JsonObject Json => JsonNode.Parse(Text)!.AsObject();

    public string Operation => Address.Segments[^1];
}
