using DynamoToolkit.Protocol;
using DynamoToolkit.Streams.DeadLetters;
using DynamoToolkit.Streams.Delivery;
using DynamoToolkit.Streams.Leases;
using Microsoft.Extensions.Logging;

namespace DynamoToolkit.Streams.Workers;

/// <summary>What the workers of all shards of a consumer share.</summary>
internal sealed record ConsumerContext
{
    /// <summary>The table whose stream is read.</summary>
    public required TableHandle Table { get; init; }

    /// <summary>A type of the table, which names its keys.</summary>
    public required TableModel Model { get; init; }

    public required StreamConsumerOptions Options { get; init; }

    public required LeaseStore Leases { get; init; }

    public required ShardSync Sync { get; init; }

    public required ParkedItems Parked { get; init; }

    public required RecordDelivery Delivery { get; init; }

    public required ConsumerMeter Meter { get; init; }

    public required ILogger Logger { get; init; }

    /// <summary>From when on changes are handled; null for all, and before the run has found it out.</summary>
    public DateTimeOffset? Since { get; init; }

    public TimeProvider Time => Table.Time;
}
