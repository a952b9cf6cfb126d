using DynamoToolkit.Patterns.OpenSearch;
using DynamoToolkit.Patterns.TextSearch;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DynamoToolkit.Hosting;

/// <summary>Registers text searches, and OpenSearch behind them.</summary>
public static class TextSearchServiceExtensions
{
    /// <summary>
    /// Registers <see cref="ITextSearch{T}"/>. If the program has called <c>AddOpenSearch</c>, before or after, OpenSearch answers while it
    /// is on and works, and the trigram index otherwise. Without it the trigram index answers.
    /// </summary>
    /// <typeparam name="T">The item type.</typeparam>
    /// <param name="services">The program's services.</param>
    /// <param name="clientName">The name of the client to use, as given to <c>AddDynamoToolkit</c>; null for the default client.</param>
    public static IServiceCollection AddTextSearch<T>(this IServiceCollection services, string? clientName = null)
        where T : ITrigramItem<T>
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton<ITextSearch<T>>(provider => provider.GetService<OpenSearchConnection>() is null
            ? new TrigramTextSearch<T>(RegisteredClients.Resolve(provider, clientName).Table<T>())
            : provider.GetRequiredService<OpenSearchIndex<T>>().WithTrigramFallback());
        services.TryAddSingleton(provider => new OpenSearchIndex<T>(
            provider.GetRequiredService<OpenSearchConnection>(), RegisteredClients.Resolve(provider, clientName).Table<T>()));
        return services;
    }

    /// <summary>
    /// Registers one <see cref="OpenSearchConnection"/> for the program. It uses the program's logger and clock, and options that may
    /// change while the program runs.
    /// </summary>
    /// <param name="services">The program's services.</param>
    /// <param name="configure">Sets options in code. It runs after the options are read from the configuration, if there is one.</param>
    public static IServiceCollection AddOpenSearch(this IServiceCollection services, Action<OpenSearchOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<OpenSearchOptions>();
        if (configure is not null)
            options.Configure(configure);
        options.PostConfigure<IServiceProvider>(UseServices);
        services.TryAddSingleton(static provider =>
        {
            var monitor = provider.GetRequiredService<IOptionsMonitor<OpenSearchOptions>>();
            return new OpenSearchConnection(() => monitor.CurrentValue);
        });
        return services;
    }

    /// <summary>
    /// Registers one <see cref="OpenSearchConnection"/> for the program, with options from its configuration. They are read anew when the
    /// configuration changes, so that a changed <c>Enabled</c> takes effect without a restart.
    /// </summary>
    /// <param name="services">The program's services.</param>
    /// <param name="configuration">
    /// The section that holds the options, by their names: <c>Endpoint</c>, <c>SigningService</c>, <c>IndexNames:Person</c>.
    /// </param>
    /// <param name="configure">Sets further options in code.</param>
    /// <exception cref="OptionsValidationException">
    /// The section has an unknown name or an invalid value. It is thrown when the connection is first resolved. After such a change later
    /// on, searches are answered by the trigram index.
    /// </exception>
    public static IServiceCollection AddOpenSearch(
        this IServiceCollection services, IConfiguration configuration, Action<OpenSearchOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<OpenSearchOptions>().Configure(options => OpenSearchReader.Read(configuration, options));
        services.AddSingleton<IOptionsChangeTokenSource<OpenSearchOptions>>(new OpenSearchReloads(configuration));
        return services.AddOpenSearch(configure);
    }

    /// <summary>
    /// Adds the handler that keeps the documents of an item type in OpenSearch up to date. The program also calls <c>AddTextSearch</c> for
    /// the type, and <c>AddOpenSearch</c>.
    /// </summary>
    /// <typeparam name="T">The item type.</typeparam>
    /// <param name="builder">The consumer of the table's stream.</param>
    public static DynamoStreamBuilder AddOpenSearch<T>(this DynamoStreamBuilder builder)
        where T : ITrigramItem<T>
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddHandler<T>(static provider => provider.GetRequiredService<OpenSearchIndex<T>>().ChangeHandler());
    }

    private static void UseServices(OpenSearchOptions options, IServiceProvider provider)
    {
        options.LoggerFactory ??= provider.GetService<ILoggerFactory>();
        if (options.TimeProvider == TimeProvider.System && provider.GetService<TimeProvider>() is { } clock)
            options.TimeProvider = clock;
    }
}
