using DynamoToolkit.Streams;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace DynamoToolkit.Hosting;

/// <summary>Runs consumers of streams in a program.</summary>
public static class StreamServiceExtensions
{
    /// <summary>
    /// Runs a consumer of the stream of a table, from the program's start to its end. Resolve the <see cref="StreamConsumer"/> as a keyed
    /// service with the consumer's name, for instance to replay dead letters.
    /// </summary>
    /// <remarks>
    /// If the program stops, the consumer finishes what it has begun and hands its shards over, within
    /// <see cref="StreamConsumerOptions.ShutdownTimeout"/>. The host's own <c>HostOptions.ShutdownTimeout</c>, 30 s, should be longer.
    /// </remarks>
    /// <typeparam name="T">Any item type of the table.</typeparam>
    /// <param name="services">The program's services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <param name="clientName">The name of the client to use, as given to <c>AddDynamoToolkit</c>; null for the default client.</param>
    /// <returns>Adds the handlers.</returns>
    /// <exception cref="ArgumentException">An option is invalid, or the program has a consumer of this name already.</exception>
    public static DynamoStreamBuilder AddDynamoStream<T>(
        this IServiceCollection services, Action<StreamConsumerOptions>? configure = null, string? clientName = null)
        where T : IItem<T>
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = new StreamConsumerOptions();
        configure?.Invoke(options);
        options = options.Validated();
        if (services.Any(service => service.ServiceType == typeof(StreamConsumer) && Equals(service.ServiceKey, options.Name)))
        {
            throw new ArgumentException(
                $"The program has a consumer of a stream with the name '{options.Name}' already. Set another Name in the options.",
                nameof(configure));
        }

        var registration = new StreamRegistration(
            provider => StreamConsumer.For<T>(RegisteredClients.Resolve(provider, clientName), options));
        services.AddKeyedSingleton(options.Name, (provider, _) => registration.Resolve(provider));
        services.AddSingleton<IHostedService>(provider => new StreamService(registration.Resolve(provider)));
        services.AddSingleton(registration);
        return new DynamoStreamBuilder(services, registration);
    }

    /// <summary>
    /// Adds a check of the program's consumers of streams: whether they run, get on, and lag too far behind. It asks nobody.
    /// </summary>
    /// <remarks>
    /// A consumer is unhealthy if it does not run, lags more than <see cref="StreamHealthCheckOptions.MaxLag"/>, has not read its leases
    /// for long, waits for a failing handler, or has lost changes that the service has deleted. It is degraded if items are parked.
    /// </remarks>
    /// <param name="builder">The program's health checks.</param>
    /// <param name="name">The check's name.</param>
    /// <param name="configure">Sets the limits.</param>
    /// <param name="failureStatus">The result if a consumer does not get on; null for unhealthy.</param>
    /// <param name="tags">The check's tags.</param>
    public static IHealthChecksBuilder AddDynamoStreams(
        this IHealthChecksBuilder builder,
        string name = "dynamo-streams",
        Action<StreamHealthCheckOptions>? configure = null,
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(name);
        var options = new StreamHealthCheckOptions();
        configure?.Invoke(options);
        options.ThrowIfInvalid();
        return builder.Add(
            new HealthCheckRegistration(name, provider => new StreamHealthCheck(provider, options), failureStatus, tags));
    }
}
