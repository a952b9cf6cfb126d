using DynamoToolkit;
using TrackingStore.Availability;
using TrackingStore.Model;
using TrackingStore.Values;

namespace TrackingStore.Store;

/// <summary>Finds out whether the store answers.</summary>
internal sealed class StoreCheck(TrackingTable table, GuardedTransport transport)
{
    private const string Probe = "probe";

    /// <summary>Reads, and writes if the last write failed. The error of the store is the answer if it does not work.</summary>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        await table.Experiments.GetAsync(ExperimentItem.Key(ExperimentIds.Default), consistentRead: true, cancellationToken);
        if (!transport.AreWritesFailing) return;
        // A server that is not ready gets no requests, so no other write would find that writes work again.
        await table.Counters.Update(CounterItem.Key(Probe)).Add(c => c.Last, 1).ExecuteAsync(cancellationToken);
    }
}
