using Microsoft.Extensions.DependencyInjection;

namespace DynamoToolkit.Hosting;

/// <summary>The clients of a program: the default one, and those with names.</summary>
internal static class RegisteredClients
{
    /// <summary>Resolves a client.</summary>
    /// <param name="provider">The program's services.</param>
    /// <param name="name">The client's name; null for the default client.</param>
    public static DynamoClient Resolve(IServiceProvider provider, string? name) =>
        name is null ? provider.GetRequiredService<DynamoClient>() : provider.GetRequiredKeyedService<DynamoClient>(name);
}
