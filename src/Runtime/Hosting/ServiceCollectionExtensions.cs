using DynamoToolkit.Transport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DynamoToolkit.Hosting;

/// <summary>Registers the library's services.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>
    /// Registers one <see cref="DynamoClient"/> for the program. It sends requests through the registered <see cref="IDynamoTransport"/>,
    /// an <see cref="HttpTransport"/> unless the program registers another one. It uses the program's logger and clock.
    /// </summary>
    /// <param name="services">The program's services.</param>
    /// <param name="configure">Sets options in code. It runs after the options are read from the configuration, if there is one.</param>
    public static IServiceCollection AddDynamoToolkit(this IServiceCollection services, Action<DynamoClientOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<DynamoClientOptions>();
        if (configure is not null)
            options.Configure(configure);
        options.PostConfigure<IServiceProvider>(UseServices);

        services.TryAddSingleton<IDynamoTransport>(static provider => new HttpTransport(OptionsOf(provider).Http));
        services.TryAddSingleton(static provider => new DynamoClient(provider.GetRequiredService<IDynamoTransport>(), OptionsOf(provider)));
        return services;
    }

    /// <summary>Registers one <see cref="DynamoClient"/> for the program, with options from its configuration.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="configuration">
    /// The section that holds the options, by their names: <c>Region</c>, <c>TableNames:metrics</c>, <c>Http:MaxAttempts</c>.
    /// </param>
    /// <param name="configure">Sets further options in code.</param>
    /// <exception cref="OptionsValidationException">
    /// The section has an unknown name or an invalid value. It is thrown when the client is first resolved.
    /// </exception>
    public static IServiceCollection AddDynamoToolkit(
        this IServiceCollection services, IConfiguration configuration, Action<DynamoClientOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<DynamoClientOptions>().Configure(options => OptionsReader.Read(configuration, options));
        return services.AddDynamoToolkit(configure);
    }

    /// <summary>Registers the table of an item type, so that it can be resolved as <c>DynamoTable&lt;T&gt;</c>.</summary>
    /// <typeparam name="T">The item type.</typeparam>
    /// <param name="services">The program's services.</param>
    public static IServiceCollection AddDynamoTable<T>(this IServiceCollection services)
        where T : IItem<T>
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(static provider => provider.GetRequiredService<DynamoClient>().Table<T>());
        return services;
    }

    private static DynamoClientOptions OptionsOf(IServiceProvider provider)
        => provider.GetRequiredService<IOptions<DynamoClientOptions>>().Value;

    private static void UseServices(DynamoClientOptions options, IServiceProvider provider)
    {
        options.Http.LoggerFactory ??= provider.GetService<ILoggerFactory>();
        if (provider.GetService<TimeProvider>() is not { } clock)
            return;

        if (options.TimeProvider == TimeProvider.System)
            options.TimeProvider = clock;
        if (options.Http.TimeProvider == TimeProvider.System)
            options.Http.TimeProvider = clock;
    }
}
