using System.Globalization;
using DynamoToolkit.Streams;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DynamoToolkit.Hosting;

/// <summary>Judges the consumers of the program by what they show.</summary>
internal sealed class StreamHealthCheck(IServiceProvider provider, StreamHealthCheckOptions options) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var time = provider.GetService<TimeProvider>() ?? TimeProvider.System;
        List<string> problems = [];
        var parked = 0;
        Dictionary<string, object> data = [];
        foreach (var consumer in provider.GetServices<StreamRegistration>().Select(registration => registration.Resolve(provider)))
        {
            var status = consumer.Status;
            data[consumer.ToString()] =
                string.Create(CultureInfo.InvariantCulture, $"{status.Shards} shards, lag {status.Lag.TotalSeconds:0} s, ")
                + string.Create(CultureInfo.InvariantCulture, $"{status.PendingRecords} pending, {status.ParkedItems} parked");
            problems.AddRange(ProblemsOf(consumer, status, time.GetUtcNow()));
            parked += status.ParkedItems;
        }

        var result = problems.Count > 0 ? new HealthCheckResult(context.Registration.FailureStatus, string.Join(' ', problems), data: data)
            : parked > 0 ? HealthCheckResult.Degraded($"{parked} items are parked. Replay the dead letters after a fix.", data: data)
            : HealthCheckResult.Healthy("All consumers of streams get on.", data);
        return Task.FromResult(result);
    }

    private IEnumerable<string> ProblemsOf(StreamConsumer consumer, StreamStatus status, DateTimeOffset now)
    {
        if (!status.IsRunning)
            yield return $"The consumer {consumer} does not run.";
        if (status.Lag > options.MaxLag)
            yield return string.Create(CultureInfo.InvariantCulture, $"The consumer {consumer} lags {status.Lag.TotalSeconds:0} s behind.");
        if (status.LeasesReadAt is { } read && now - read > options.MaxSilence)
            yield return $"The consumer {consumer} does not reach its leases.";
        foreach (var problem in status.Problems)
            yield return problem;
    }
}
