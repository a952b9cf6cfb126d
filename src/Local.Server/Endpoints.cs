using System.Text;

namespace DynamoToolkit.Local.Server;

/// <summary>DescribeEndpoints, which only the port can answer, since only it knows where it is.</summary>
internal static class Endpoints
{
    private const int CacheMinutes = 1440;

    /// <summary>The body of the answer: this very server.</summary>
    public static ReadOnlyMemory<byte> Describe(HttpRequest request) =>
        Encoding.UTF8.GetBytes($$"""{"Endpoints":[{"Address":"{{request.Host.Value}}","CachePeriodInMinutes":{{CacheMinutes}}}]}""");
}
