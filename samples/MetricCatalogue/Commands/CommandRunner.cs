using System.CommandLine;
using System.CommandLine.Invocation;
using Amazon.Runtime;
using DynamoToolkit.Transport;
using MetricCatalogue.Errors;

namespace MetricCatalogue.Commands;

/// <summary>Runs command lines. What goes wrong is one line, and the exit code 1.</summary>
internal sealed class CommandRunner(TextWriter output, TextWriter errors)
{
    /// <summary>Runs a command line.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.Action is ParseErrorAction)
            return await FailAsync(parsed.Errors[0].Message);
        try
        {
            var configuration = new InvocationConfiguration { Output = output, Error = errors, EnableDefaultExceptionHandler = false };
            return await parsed.InvokeAsync(configuration, cancellationToken);
        }
        catch (CatalogueException e)
        {
            return await FailAsync(e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException
            or AmazonClientException or AmazonServiceException or TransportException)
        {
            return await FailAsync($"The catalogue can't be read or written: {e.Message}");
        }
    }

    private async Task<int> FailAsync(string message)
    {
        await errors.WriteLineAsync(message.ReplaceLineEndings(" "));
        return 1;
    }
}
