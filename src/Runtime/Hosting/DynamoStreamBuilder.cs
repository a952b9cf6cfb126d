using System.Diagnostics.CodeAnalysis;
using DynamoToolkit.Streams;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DynamoToolkit.Hosting;

/// <summary>Adds the handlers of a stream's consumer. Created by <c>services.AddDynamoStream</c>.</summary>
public sealed class DynamoStreamBuilder
{
    private readonly StreamRegistration registration;

    internal DynamoStreamBuilder(IServiceCollection services, StreamRegistration registration)
    {
        Services = services;
        this.registration = registration;
    }

    /// <summary>The program's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Adds a handler. It is created once, with what its constructor asks the program's services for.</summary>
    /// <typeparam name="T">The item type whose changes it gets.</typeparam>
    /// <typeparam name="THandler">The handler's class. Unless the program has registered it, it is registered as a singleton.</typeparam>
    public DynamoStreamBuilder AddHandler<T, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>()
        where T : IItem<T>
        where THandler : class, IChangeHandler<T>
    {
        Services.TryAddSingleton<THandler>();
        return AddHandler<T>(static provider => provider.GetRequiredService<THandler>());
    }

    /// <summary>Adds the materializers of a type: the handlers of its items' changes, and of those of their children.</summary>
    /// <typeparam name="T">The item type that has the materialized members.</typeparam>
    public DynamoStreamBuilder AddMaterializers<T>()
        where T : IMaterializedItem<T>
    {
        registration.Handlers.Add(static (_, consumer) => consumer.AddMaterializers<T>());
        return this;
    }

    /// <summary>
    /// Adds the handler that keeps the trigram indexes of a type whose <see cref="TrigramIndexedAttribute.Upkeep"/> is
    /// <see cref="TrigramUpkeep.Stream"/>.
    /// </summary>
    /// <typeparam name="T">The item type that has the indexes. A base class keeps those of its derived types that it declares.</typeparam>
    public DynamoStreamBuilder AddTrigramMaterializer<T>()
        where T : ITrigramItem<T>
    {
        registration.Handlers.Add(static (_, consumer) => consumer.AddTrigramMaterializer<T>());
        return this;
    }

    /// <summary>Adds a handler.</summary>
    /// <typeparam name="T">The item type whose changes it gets.</typeparam>
    /// <param name="create">Creates the handler, once.</param>
    public DynamoStreamBuilder AddHandler<T>(Func<IServiceProvider, IChangeHandler<T>> create)
        where T : IItem<T>
    {
        ArgumentNullException.ThrowIfNull(create);
        registration.Handlers.Add((provider, consumer) => consumer.AddHandler(create(provider)));
        return this;
    }
}
