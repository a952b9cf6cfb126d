using DynamoToolkit.Integration.Tests.Model;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoToolkit.Integration.Tests.Docs;

// example: archiver
/// <summary>Moves old runs from the default client's table into that of the client "archive".</summary>
public sealed class Archiver(DynamoTable<Run> runs, [FromKeyedServices("archive")] DynamoTable<Run> archive)
{
    public DynamoTable<Run> Runs => runs;

    public DynamoTable<Run> Archive => archive;
}
// end
