using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Corpus.AuditLog;
using DynamoToolkit;

namespace Corpus.Programs.AuditTrail;

/// <summary>Writes and reads the audit log.</summary>
public interface IAuditTrail
{
    Task WriteAsync(AuditEntry entry, CancellationToken cancellationToken = default);

    IAsyncEnumerable<AuditEntry> OfSubjectAsync(string type, string id);
}

/// <inheritdoc/>
public sealed class AuditTrail(DynamoTable<AuditEntry> entries) : IAuditTrail
{
    public Task WriteAsync(AuditEntry entry, CancellationToken cancellationToken = default) =>
        entries.CreateAsync(entry, cancellationToken);

    public IAsyncEnumerable<AuditEntry> OfSubjectAsync(string type, string id) =>
        entries.Query(AuditEntry.Partition(type, id)).Descending().AsAsyncEnumerable();

    /// <summary>Moves entries to a shorter retention, at a pace that leaves the table its capacity.</summary>
    public async Task<long> ShortenAsync(string? from, Func<string?, Task> save, CancellationToken cancellationToken)
    {
        var changed = 0L;
        do
        {
            var options = new SweepOptions { From = from, MaxCapacityUnits = 5_000, CapacityUnitsPerSecond = 100 };
            var result = await entries.ApplyRetentionAsync(entry => entry.WrittenAt, options, cancellationToken: cancellationToken);
            changed += result.Changed;
            from = result.Next;
            await save(from);
        }
        while (from is not null);
        return changed;
    }
}
