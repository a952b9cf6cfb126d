using System.CommandLine;
using System.CommandLine.Parsing;
using MetricCatalogue.Commands;
using MetricCatalogue.Demo;
using MetricCatalogue.Store;

namespace MetricCatalogue;

/// <summary>The console program.</summary>
/// <param name="input">Where <c>run</c> reads command lines.</param>
/// <param name="output">Where results go.</param>
/// <param name="errors">Where errors go.</param>
/// <param name="time">The clock.</param>
internal sealed class CatalogueProgram(TextReader input, TextWriter output, TextWriter errors, TimeProvider time)
{
    /// <summary>Runs one command line; without a command, the demonstration.</summary>
    /// <returns>The exit code of the process.</returns>
    public async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken = default)
    {
        var store = new StoreArguments();
        CatalogueConnection? connection = null;
        try
        {
            var root = CommandTree.Create(new CommandContext(output, OpenForOneCommandAsync));
            store.AddTo(root);
            var demo = new Command("demo", "Shows all of this with an example. This also happens without a command.");
            var run = new Command("run", "Runs commands from standard input, one in each line, on one catalogue.");
            demo.SetAction(DemoAsync);
            root.SetAction(DemoAsync);
            run.SetAction(RunLinesAsync);
            root.Subcommands.Add(demo);
            root.Subcommands.Add(run);
            return await new CommandRunner(output, errors).RunAsync(root.Parse(arguments), cancellationToken);
        }
        finally
        {
            connection?.Dispose();
        }

        async Task<Catalogue> OpenForOneCommandAsync(ParseResult parsed, CancellationToken token)
        {
            if (store.Of(parsed).IsInMemory)
                await errors.WriteLineAsync("This catalogue is in memory: it begins empty and is gone afterwards. --data keeps it.");
            return await OpenAsync(parsed, token);
        }

        async Task<Catalogue> OpenAsync(ParseResult parsed, CancellationToken token)
        {
            connection = await CatalogueConnection.OpenAsync(store.Of(parsed), time, token);
            return connection.Catalogue;
        }

        async Task<int> DemoAsync(ParseResult parsed, CancellationToken token)
        {
            var catalogue = await OpenAsync(parsed, token);
            // What is refused belongs to the story.
            await new DemoWalk(catalogue, output, LinesOf(catalogue, output)).RunAsync(token);
            return 0;
        }

        async Task<int> RunLinesAsync(ParseResult parsed, CancellationToken token)
        {
            var runLine = LinesOf(await OpenAsync(parsed, token), errors);
            var exitCode = 0;
            while (await input.ReadLineAsync(token) is { } line)
            {
                if (line.AsSpan().Trim() is { Length: > 0 } text && text[0] != '#')
                    exitCode = Math.Max(exitCode, await runLine(line, token));
            }

            return exitCode;
        }
    }

    /// <summary>Runs lines with commands on a catalogue that is open.</summary>
    private Func<string, CancellationToken, Task<int>> LinesOf(Catalogue catalogue, TextWriter lineErrors)
    {
        var root = CommandTree.Create(new CommandContext(output, (_, _) => Task.FromResult(catalogue)));
        var runner = new CommandRunner(output, lineErrors);
        return (line, token) => runner.RunAsync(root.Parse([.. CommandLineParser.SplitCommandLine(line)]), token);
    }
}
