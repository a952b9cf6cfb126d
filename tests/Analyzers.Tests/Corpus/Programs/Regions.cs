using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Corpus.Rates;
using DynamoToolkit;

namespace Corpus.Programs.Regions;

/// <summary>A client for each Region, made once.</summary>
public sealed class Regions : IDisposable
{
    private readonly Dictionary<string, DynamoClient> clients = [];

    public Regions(IEnumerable<string> names)
    {
        foreach (var name in names)
            clients.Add(name, new DynamoClient(new DynamoClientOptions { Region = name }));
    }

    public async Task<IReadOnlyDictionary<string, decimal?>> CompareAsync(string pair, DateOnly day, CancellationToken cancellationToken)
    {
        var reads = clients.ToDictionary(
            one => one.Key,
            one => one.Value.Table<ExchangeRate>().GetAsync(ExchangeRate.Key(pair, day), cancellationToken: cancellationToken).AsTask());
        await Task.WhenAll(reads.Values);
        return reads.ToDictionary(one => one.Key, one => one.Value.Result?.Rate);
    }

    public void Dispose()
    {
        foreach (var client in clients.Values)
            client.Dispose();
    }
}
