using System.Globalization;
using DynamoToolkit.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DynamoToolkit.Hosting;

/// <summary>Asks for the status of tables. Whatever goes wrong is its result.</summary>
internal sealed class DynamoHealthCheck(IServiceProvider provider, DynamoHealthCheckOptions options) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var failure = context.Registration.FailureStatus;
        DynamoClient client;
        IReadOnlyList<string> names;
        try
        {
            client = RegisteredClients.Resolve(provider, options.ClientName);
            names = [.. TableNames().Select(client.Options.ResolveTableName).Distinct(StringComparer.Ordinal)];
        }
        catch (Exception exception)
        {
            return new(failure, "The DynamoClient could not be created.", exception);
        }

        using var limit = new CancellationTokenSource(options.Timeout, client.Options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        if (names.Count == 0)
            return await AskServiceAsync(client, failure, limit.Token, either.Token).ConfigureAwait(false);

        var found = await Task.WhenAll(
            names.Select(name => AskAsync(
                $"the table '{name}'",
                async () => TableHealth.Of(
                    name, await DescribeTable.SendAsync(new(client.Context, name), either.Token).ConfigureAwait(false), failure),
                failure,
                limit.Token,
                either.Token))).ConfigureAwait(false);
        return Summarize(names, found);
    }

    private IEnumerable<string> TableNames() => options.TableNames.Count > 0
        ? options.TableNames
        : provider.GetServices<TableRegistration>()
            .Where(table => table.ClientName == options.ClientName)
            .Select(static table => table.TableName);

    private async Task<HealthCheckResult> AskServiceAsync(
        DynamoClient client, HealthStatus failure, CancellationToken limit, CancellationToken either)
    {
        var found = await AskAsync(
            "any table",
            async () =>
            {
                await ListTables.SendAsync(client.Context, after: null, limit: 1, either).ConfigureAwait(false);
                return new TableHealth("", HealthStatus.Healthy);
            },
            failure,
            limit,
            either).ConfigureAwait(false);
        return new(found.Health, found.Problem ?? "The service answers.", found.Exception);
    }

    /// <summary>Asks, and stops waiting in time even if the transport does not.</summary>
    private async Task<TableHealth> AskAsync(
        string subject, Func<Task<TableHealth>> question, HealthStatus failure, CancellationToken limit, CancellationToken either)
    {
        try
        {
            return await question().WaitAsync(either).ConfigureAwait(false);
        }
        catch (Exception exception) when (limit.IsCancellationRequested)
        {
            var seconds = options.Timeout.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            return new("TIMEOUT", failure, $"The question for {subject} got no answer in {seconds} s.", exception);
        }
        catch (Exception exception)
        {
            return TableHealth.Failed(subject, exception, failure);
        }
    }

    private static HealthCheckResult Summarize(IReadOnlyList<string> names, TableHealth[] found)
    {
        var problems = found.Select(static table => table.Problem).OfType<string>().ToList();
        return new(
            found.Min(static table => table.Health),
            problems.Count > 0 ? string.Join(' ', problems) : $"All {found.Length} tables are active.",
            found.Select(static table => table.Exception).FirstOrDefault(static exception => exception is not null),
            names.Zip(found).ToDictionary(static pair => pair.First, static pair => (object)pair.Second.Status));
    }
}
