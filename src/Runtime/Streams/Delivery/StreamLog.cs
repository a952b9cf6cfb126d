using Microsoft.Extensions.Logging;

namespace DynamoToolkit.Streams.Delivery;

/// <summary>The consumers' log lines.</summary>
internal static partial class StreamLog
{
    [LoggerMessage(
        20, LogLevel.Warning, "{Consumer}: '{Handler}' failed on a batch of {Count} changes with {Error}; its halves follow.")]
    public static partial void Splitting(ILogger logger, string consumer, string handler, int count, string error);

    [LoggerMessage(
        21,
        LogLevel.Error,
        "{Consumer}: '{Handler}' failed on the change at {Sequence} {Attempts} times. Its item is parked until a replay.")]
    public static partial void Parked(
        ILogger logger, Exception exception, string consumer, string handler, string sequence, int attempts);

    [LoggerMessage(
        22, LogLevel.Error, "{Consumer}: '{Handler}' fails on the change at {Sequence}, and its shard waits until it succeeds.")]
    public static partial void Waiting(ILogger logger, Exception exception, string consumer, string handler, string sequence);

    [LoggerMessage(23, LogLevel.Error, "{Consumer}: the dead letters could not be written ({Error}). The changes wait.")]
    public static partial void LettersFailed(ILogger logger, string consumer, string error);

    [LoggerMessage(
        24,
        LogLevel.Error,
        "{Consumer}: the service has deleted changes of the shard {Shard} that were not read. The shard waits, as OnTrimmedData says.")]
    public static partial void TrimmedAndWaiting(ILogger logger, string consumer, string shard);

    [LoggerMessage(
        25, LogLevel.Warning, "{Consumer}: the service has deleted changes of the shard {Shard} that were not read. They are skipped.")]
    public static partial void TrimmedAndSkipped(ILogger logger, string consumer, string shard);

    [LoggerMessage(26, LogLevel.Warning, "{Consumer}: reading the shard {Shard} failed with {Error}. It is tried again.")]
    public static partial void ReadFailed(ILogger logger, string consumer, string shard, string error);

    [LoggerMessage(27, LogLevel.Information, "{Consumer}: the lease of the shard {Shard} was lost. Another worker has it.")]
    public static partial void LeaseLost(ILogger logger, string consumer, string shard);

    [LoggerMessage(
        28,
        LogLevel.Warning,
        "{Consumer}: another process took the shard {Shard} under this worker's name, '{Worker}'. Give each process a name of its own.")]
    public static partial void NameTaken(ILogger logger, string consumer, string shard, string worker);

    [LoggerMessage(29, LogLevel.Error, "{Consumer}: {Task} failed. It is tried again.")]
    public static partial void TaskFailed(ILogger logger, Exception exception, string consumer, string task);

    [LoggerMessage(30, LogLevel.Debug, "{Consumer}: reading the shard {Shard} from {Position}.")]
    public static partial void Began(ILogger logger, string consumer, string shard, string position);

    [LoggerMessage(31, LogLevel.Debug, "{Consumer}: the shard {Shard} is finished.")]
    public static partial void Finished(ILogger logger, string consumer, string shard);
}
