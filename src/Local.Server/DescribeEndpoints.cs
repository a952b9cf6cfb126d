using System.Text;

namespace DynamoToolkit.Local.Server;

/// <summary>DescribeEndpoints. The server answers it, because the engine does not know the address.</summary>
internal static class DescribeEndpoints
{
    private const int CacheMinutes = 1440;

    /// <summary>The body of the response: the server itself.</summary>
    public static ReadOnlyMemory<byte> Answer(HttpRequest request) =>
        Encoding.UTF8.GetBytes($$"""{"Endpoints":[{"Address":"{{request.Host.Value}}","CachePeriodInMinutes":{{CacheMinutes}}}]}""");
}
