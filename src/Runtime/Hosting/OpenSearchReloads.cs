using DynamoToolkit.Patterns.OpenSearch;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace DynamoToolkit.Hosting;

/// <summary>Reads the options of OpenSearch anew when the configuration changes.</summary>
/// <param name="configuration">The section.</param>
internal sealed class OpenSearchReloads(IConfiguration configuration) : IOptionsChangeTokenSource<OpenSearchOptions>
{
    public string Name => Options.DefaultName;

    public IChangeToken GetChangeToken() => configuration.GetReloadToken();
}
