using System.Collections.Concurrent;
using Amazon.DynamoDBv2.Endpoints;
using Amazon.Runtime.Endpoints;

namespace DynamoToolkit.Transport.Sdk;

/// <summary>
/// Caches the results of the SDK's endpoint rules. Otherwise the SDK computes them for every request, which is a tenth of the allocation
/// of a small one, and always with the same few results. It is safe for concurrent use.
/// </summary>
internal sealed class CachingEndpointProvider(IEndpointProvider inner) : IEndpointProvider
{
    /// <summary>Each table named by its ARN takes one entry. A program with more tables than this runs without the cache.</summary>
    private const int MaxEntries = 1000;

    private readonly ConcurrentDictionary<Key, Endpoint> endpoints = new();

    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        if (parameters is not DynamoDBEndpointParameters known
            || known.IsSearchOperation == true
            || known.ResourceArnList?.Any(IsArn) == true)
        {
            return inner.ResolveEndpoint(parameters);
        }

        var key = Key.Of(known);
        if (endpoints.TryGetValue(key, out var endpoint))
            return endpoint;

        endpoint = inner.ResolveEndpoint(parameters);
        if (endpoints.Count < MaxEntries)
            endpoints.TryAdd(key, endpoint);
        return endpoint;
    }

    /// <summary>A plain table name does not affect the endpoint.</summary>
    private static bool IsArn(string resource) => resource.StartsWith("arn:", StringComparison.Ordinal);

    private readonly record struct Key(
        string? Region, bool? UseDualStack, bool? UseFips, string? Endpoint, string? AccountId, string? AccountIdMode, string? Resource)
    {
        public static Key Of(DynamoDBEndpointParameters parameters) => new(
            parameters.Region,
            parameters.UseDualStack,
            parameters.UseFIPS,
            parameters.Endpoint,
            parameters.AccountId,
            parameters.AccountIdEndpointMode,
            parameters.ResourceArn is { } resource && IsArn(resource) ? resource : null);
    }
}
