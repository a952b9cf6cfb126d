using System;
using System.Threading;
using System.Threading.Tasks;
using Amazon.DynamoDBv2.Model;
using Corpus.Leases;
using DynamoToolkit;

namespace Corpus.Programs.LeaseHolder;

/// <summary>Holds a lease, renews it, and gives it up.</summary>
public sealed class LeaseHolder : IAsyncDisposable
{
    private readonly DynamoTable<Lease> leases;
    private Lease? held;

    private LeaseHolder(DynamoTable<Lease> leases, Lease held)
    {
        this.leases = leases;
        this.held = held;
    }

    public static async Task<LeaseHolder?> TryTakeAsync(
        DynamoTable<Lease> leases, string resource, string holder, TimeSpan duration, CancellationToken cancellationToken = default)
    {
        var now = DateTimeOffset.UtcNow;
        var lease = new Lease { Resource = resource, Holder = holder, Until = now + duration };
        try
        {
            await leases.Put(lease).IgnoreConcurrencyToken().If(l => l.Holder.NotExists() | l.Until < now).ExecuteAsync(cancellationToken);
            return new LeaseHolder(leases, lease);
        }
        catch (ConditionalCheckFailedException)
        {
            return null;
        }
    }

    public async Task RenewAsync(TimeSpan duration, CancellationToken cancellationToken = default)
    {
        var lease = held ?? throw new ObjectDisposedException(nameof(LeaseHolder));
        lease.Until = DateTimeOffset.UtcNow + duration;
        await leases.PutAsync(lease, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref held, null) is { } lease)
            await leases.DeleteAsync(lease);
    }
}
