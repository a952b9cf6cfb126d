using DynamoToolkit.Transport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
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
        Configure(services.AddOptions<DynamoClientOptions>(), configure);
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
        services.AddOptions<DynamoClientOptions>().Configure(options => OptionsReader.Read(Options.DefaultName, configuration, options));
        return services.AddDynamoToolkit(configure);
    }

    /// <summary>
    /// Registers another <see cref="DynamoClient"/>, with a name and options of its own. Resolve it as a keyed service:
    /// <c>[FromKeyedServices("archive")] DynamoClient archive</c>. It sends requests through the <see cref="IDynamoTransport"/> that is
    /// registered with the same key, an <see cref="HttpTransport"/> unless the program registers one.
    /// </summary>
    /// <param name="services">The program's services.</param>
    /// <param name="name">The client's name, which is also the name of its options.</param>
    /// <param name="configure">Sets options in code. It runs after the options are read from the configuration, if there is one.</param>
    public static IServiceCollection AddDynamoToolkit(
        this IServiceCollection services, string name, Action<DynamoClientOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(name);
        Configure(services.AddOptions<DynamoClientOptions>(name), configure);
        services.TryAddKeyedSingleton<IDynamoTransport>(
            name, static (provider, key) => new HttpTransport(OptionsOf(provider, key).Http));
        services.TryAddKeyedSingleton(
            name,
            static (provider, key) => new DynamoClient(provider.GetRequiredKeyedService<IDynamoTransport>(key), OptionsOf(provider, key)));
        return services;
    }

    /// <summary>Registers another <see cref="DynamoClient"/>, with a name, and with options from the program's configuration.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="name">The client's name, which is also the name of its options.</param>
    /// <param name="configuration">The section that holds the options, by their names.</param>
    /// <param name="configure">Sets further options in code.</param>
    /// <exception cref="OptionsValidationException">
    /// The section has an unknown name or an invalid value. It is thrown when the client is first resolved.
    /// </exception>
    public static IServiceCollection AddDynamoToolkit(
        this IServiceCollection services, string name, IConfiguration configuration, Action<DynamoClientOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<DynamoClientOptions>(name).Configure(options => OptionsReader.Read(name, configuration, options));
        return services.AddDynamoToolkit(name, configure);
    }

    /// <summary>Registers the table of an item type, so that it can be resolved as <c>DynamoTable&lt;T&gt;</c>.</summary>
    /// <typeparam name="T">The item type.</typeparam>
    /// <param name="services">The program's services.</param>
    public static IServiceCollection AddDynamoTable<T>(this IServiceCollection services)
        where T : IItem<T>
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddSingleton(new TableRegistration(ClientName: null, T.Model.TableName));
        services.TryAddSingleton(static provider => provider.GetRequiredService<DynamoClient>().Table<T>());
        return services;
    }

    /// <summary>
    /// Registers the table of an item type over a client with a name, so that it can be resolved as a keyed service:
    /// <c>[FromKeyedServices("archive")] DynamoTable&lt;T&gt; runs</c>.
    /// </summary>
    /// <typeparam name="T">The item type.</typeparam>
    /// <param name="services">The program's services.</param>
    /// <param name="name">The client's name.</param>
    public static IServiceCollection AddDynamoTable<T>(this IServiceCollection services, string name)
        where T : IItem<T>
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(name);
        services.AddSingleton(new TableRegistration(name, T.Model.TableName));
        services.TryAddKeyedSingleton(name, static (provider, key) => provider.GetRequiredKeyedService<DynamoClient>(key).Table<T>());
        return services;
    }

    /// <summary>
    /// Creates tables at the program's start, as <c>EnsureTableAsync</c> does, before the web server and other hosted services start.
    /// Several instances of the program may start at once. If a table can't be created, or differs from its definition, the host does not
    /// start: <c>StartAsync</c> throws the exception of <c>EnsureTableAsync</c>.
    /// </summary>
    /// <param name="services">The program's services.</param>
    /// <param name="definitions">The tables of the default client.</param>
    public static IServiceCollection EnsureDynamoTables(this IServiceCollection services, params TableDefinition[] definitions) =>
        AddTableStarter(services, clientName: null, definitions);

    /// <summary>Creates tables of a client with a name at the program's start.</summary>
    /// <inheritdoc cref="EnsureDynamoTables(IServiceCollection, TableDefinition[])"/>
    /// <param name="services">The program's services.</param>
    /// <param name="name">The client's name.</param>
    /// <param name="definitions">The tables of this client.</param>
    public static IServiceCollection EnsureDynamoTables(
        this IServiceCollection services, string name, params TableDefinition[] definitions)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return AddTableStarter(services, name, definitions);
    }

    private static IServiceCollection AddTableStarter(IServiceCollection services, string? clientName, TableDefinition[] definitions)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(definitions);
        foreach (var definition in definitions)
        {
            ArgumentNullException.ThrowIfNull(definition, nameof(definitions));
            services.AddSingleton(new TableRegistration(clientName, definition.TableName, definition));
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, TableStarter>());
        return services;
    }

    private static DynamoClientOptions OptionsOf(IServiceProvider provider)
        => provider.GetRequiredService<IOptions<DynamoClientOptions>>().Value;

    private static DynamoClientOptions OptionsOf(IServiceProvider provider, object? name)
        => provider.GetRequiredService<IOptionsMonitor<DynamoClientOptions>>().Get((string?)name);

    private static void Configure(OptionsBuilder<DynamoClientOptions> options, Action<DynamoClientOptions>? configure)
    {
        if (configure is not null)
            options.Configure(configure);
        options.PostConfigure<IServiceProvider>(UseServices);
    }

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
