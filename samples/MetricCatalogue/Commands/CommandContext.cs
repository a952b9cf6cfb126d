using System.CommandLine;
using MetricCatalogue.Store;

namespace MetricCatalogue.Commands;

/// <summary>What the commands work with.</summary>
/// <param name="Output">Where the results go.</param>
/// <param name="OpenAsync">Opens the catalogue of a command line.</param>
internal sealed record CommandContext(TextWriter Output, Func<ParseResult, CancellationToken, Task<Catalogue>> OpenAsync);
