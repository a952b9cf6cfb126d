using MetricCatalogue.Errors;
using MetricCatalogue.Model;
using MetricCatalogue.Store;

namespace MetricCatalogue.Demo;

/// <summary>Runs the demonstration: it prints each command line, and what comes of it.</summary>
/// <param name="catalogue">An empty catalogue.</param>
/// <param name="output">Where the story goes.</param>
/// <param name="runAsync">Runs a command line, and returns its exit code.</param>
internal sealed class DemoWalk(Catalogue catalogue, TextWriter output, Func<string, CancellationToken, Task<int>> runAsync)
{
    /// <summary>Runs it.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var kind in Enum.GetValues<MetricKind>())
        {
            if ((await catalogue.ListAsync(kind, includesDeprecated: true, cancellationToken)).Count > 0)
                throw new CatalogueException("The demo begins with an empty catalogue. Give another --data, --endpoint or --prefix.");
        }

        foreach (var step in DemoStory.Steps)
        {
            if (step.Story is not null) await output.WriteLineAsync($"\n{step.Story}");
            await output.WriteLineAsync($"$ {step.Line}");
            var failed = await runAsync(step.Line, cancellationToken) != 0;
            if (failed != step.IsRefused)
                throw new CatalogueException($"The demo ends here, because '{step.Line}' {(failed ? "failed" : "was not refused")}.");
        }
    }
}
