using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using Corpus.Telemetry;
using DynamoToolkit;
using Microsoft.Extensions.Hosting;

namespace Corpus.Programs.TelemetryIngest;

/// <summary>Writes readings in batches, as they come out of a channel.</summary>
public sealed class TelemetryIngest(Channel<Reading> channel, DynamoClient db, DynamoTable<Reading> readings) : BackgroundService
{
    private const int BatchSize = 250;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<Reading>(BatchSize);
        while (await channel.Reader.WaitToReadAsync(stoppingToken))
        {
            while (batch.Count < BatchSize && channel.Reader.TryRead(out var reading))
                batch.Add(reading);
            await WriteAsync(batch, stoppingToken);
            batch.Clear();
        }
    }

    private async Task WriteAsync(IEnumerable<Reading> batch, CancellationToken cancellationToken)
    {
        IEnumerable<IWriteOperation> left = batch.DistinctBy(reading => (reading.DeviceId, reading.At)).Select(readings.Put).ToList();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var result = await db.BatchWriteAsync(left, cancellationToken);
            if (result.Unprocessed.Count == 0)
                return;
            left = result.Unprocessed;
            await Task.Delay(TimeSpan.FromSeconds(attempt + 1), cancellationToken);
        }

        throw new TimeoutException("Some readings were not written.");
    }
}

/// <summary>Reads the last days of a device: a few partitions, of which each is a query of its own.</summary>
public sealed class TelemetryHistory(DynamoTable<Reading> readings)
{
    public async Task<List<Reading>> LastDaysAsync(string device, int days, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var tasks = Enumerable.Range(0, days)
            .Select(back => readings.Query(Reading.Partition(device, today.AddDays(-back))).ToListAsync(cancellationToken));
        return [.. (await Task.WhenAll(tasks)).SelectMany(day => day)];
    }
}
