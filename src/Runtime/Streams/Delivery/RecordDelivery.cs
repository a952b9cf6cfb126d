using DynamoToolkit.Protocol;
using DynamoToolkit.Streams.DeadLetters;
using DynamoToolkit.Streams.Records;
using DynamoToolkit.Transport.Telemetry;
using DynamoToolkit.Wire;
using Microsoft.Extensions.Logging;

namespace DynamoToolkit.Streams.Delivery;

/// <summary>
/// Hands records to handlers: those of one item one after another, those of different items at the same time. Decides what happens when a
/// handler fails.
/// </summary>
internal sealed class RecordDelivery
{
    private readonly ClientContext client;
    private readonly IReadOnlyList<HandlerBinding> handlers;
    private readonly ParkedItems parked;
    private readonly StreamConsumerOptions options;
    private readonly ConsumerMeter meter;
    private readonly ILogger logger;
    private readonly DeliveryMode mode;
    private readonly int chunkLength;

    public RecordDelivery(
        ClientContext client,
        IReadOnlyList<HandlerBinding> handlers,
        ParkedItems parked,
        StreamConsumerOptions options,
        ConsumerMeter meter,
        ILogger logger,
        DeliveryMode mode)
    {
        this.client = client;
        this.handlers = handlers;
        this.parked = parked;
        this.options = options;
        this.meter = meter;
        this.logger = logger;
        this.mode = mode;
        chunkLength = handlers.Max(static handler => handler.MaxBatchSize);
    }

    /// <summary>The names of the handlers.</summary>
    public IReadOnlyList<string> HandlerNames => [.. handlers.Select(static handler => handler.Name)];

    /// <summary>Lets the handlers note that the consumer begins.</summary>
    /// <param name="idOf">The id of a handler's start, by the handler's name.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task BeginAsync(Func<string, string> idOf, CancellationToken cancellationToken)
    {
        foreach (var handler in handlers)
            await handler.BeginAsync(new UpkeepStart(options.Name, idOf(handler.Name)), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Lets the handlers note that they have missed changes.</summary>
    public async Task MissAsync(CancellationToken cancellationToken)
    {
        foreach (var handler in handlers)
            await handler.MissAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Handles records.</summary>
    /// <param name="records">The records, in the order of their shard.</param>
    /// <param name="progress">Gets what is finished, and may show that a handler is failing.</param>
    /// <param name="stop">Ends after the calls of handlers that have begun. It does not throw.</param>
    /// <param name="cancellationToken">Ends at once.</param>
    public async Task DeliverAsync(
        IReadOnlyList<StreamRecord> records, DeliveryProgress progress, CancellationToken stop, CancellationToken cancellationToken)
    {
        var lanes = new List<int>?[options.Lanes];
        for (var i = 0; i < records.Count; i++)
            (lanes[(uint)records[i].Item.GetHashCode() % (uint)lanes.Length] ??= []).Add(i);

        await Task.WhenAll(lanes.OfType<List<int>>().Select(
            lane => Task.Run(() => RunLaneAsync(records, lane, progress, stop, cancellationToken), cancellationToken)))
            .ConfigureAwait(false);
    }

    private async Task RunLaneAsync(
        IReadOnlyList<StreamRecord> records, List<int> lane, DeliveryProgress progress, CancellationToken stop, CancellationToken cancel)
    {
        foreach (var chunk in lane.Chunk(chunkLength))
        {
            List<StreamRecord> current = [.. chunk.Select(place => records[place])];
            foreach (var handler in handlers)
            {
                foreach (var batch in current.Where(handler.Concerns).Chunk(handler.MaxBatchSize))
                {
                    if (stop.IsCancellationRequested || !await HandleAsync(handler, batch, progress, stop, cancel).ConfigureAwait(false))
                        return;
                }
            }

            foreach (var place in chunk)
                progress.Finish(place);
            meter.Handled(chunk.Length);
        }
    }

    /// <summary>Handles a batch. If it fails, its halves are handled one after the other.</summary>
    /// <returns>False if the lane ends: the consumer stops, or a change waits.</returns>
    private async Task<bool> HandleAsync(
        HandlerBinding handler,
        ArraySegment<StreamRecord> batch,
        DeliveryProgress progress,
        CancellationToken stop,
        CancellationToken cancel)
    {
        List<StreamRecord> free = [];
        foreach (var record in batch)
        {
            if (!parked.MayHave(handler.Name, record) || !await KeepAsync(handler, record, stop, cancel).ConfigureAwait(false))
                free.Add(record);
        }

        if (stop.IsCancellationRequested)
            return false;
        if (free.Count == 0)
            return true;

        Exception failure;
        try
        {
            await handler.HandleAsync(free, cancel).ConfigureAwait(false);
            return true;
        }
        catch (Exception error) when (!IsCancellation(error, cancel))
        {
            failure = error;
            meter.Failed(handler.Name, CallScope.ErrorTypeOf(error));
        }

        if (free.Count == 1)
            return await RetryAsync(handler, free[0], failure, progress, stop, cancel).ConfigureAwait(false);

        StreamLog.Splitting(logger, options.Name, handler.Name, free.Count, CallScope.ErrorTypeOf(failure));
        StreamRecord[] halves = [.. free];
        var half = halves.Length / 2;
        return await HandleAsync(handler, new(halves, 0, half), progress, stop, cancel).ConfigureAwait(false)
            && await HandleAsync(handler, new(halves, half, halves.Length - half), progress, stop, cancel).ConfigureAwait(false);
    }

    /// <summary>Tries one change again, and parks its item in the end, or waits.</summary>
    private async Task<bool> RetryAsync(
        HandlerBinding handler,
        StreamRecord record,
        Exception failure,
        DeliveryProgress progress,
        CancellationToken stop,
        CancellationToken cancel)
    {
        var backoff = new Backoff(client);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, cancel);
        for (var attempts = 1; ; attempts++)
        {
            if (IsFinal(handler, failure, attempts))
            {
                if (MayPark(handler, failure))
                    return await ParkAsync(handler, record, failure, attempts, stop, cancel).ConfigureAwait(false);
                return false;
            }

            if (attempts >= options.MaxAttempts && progress.Wait(handler.Name, failure))
                StreamLog.Waiting(logger, failure, options.Name, handler.Name, record.Sequence.ToString());
            if (!await TryWaitAsync(backoff, either.Token, cancel).ConfigureAwait(false))
                return false;

            try
            {
                await handler.HandleAsync([record], cancel).ConfigureAwait(false);
                progress.Resume(handler.Name);
                return true;
            }
            catch (Exception error) when (!IsCancellation(error, cancel))
            {
                if (MayPark(handler, error) && !MayPark(handler, failure))
                {
                    // The outage is over. Only now does it show that the item fails, too.
                    progress.Resume(handler.Name);
                    attempts = 0;
                }

                failure = error;
                meter.Failed(handler.Name, CallScope.ErrorTypeOf(error));
            }
        }
    }

    /// <summary>Whether a change is not tried again. One that cannot be read will not become readable.</summary>
    private bool IsFinal(HandlerBinding handler, Exception failure, int attempts) => MayPark(handler, failure)
        ? attempts >= options.MaxAttempts || failure is ItemFormatException
        : mode == DeliveryMode.Report && attempts >= options.MaxAttempts;

    private static bool MayPark(HandlerBinding handler, Exception failure) =>
        handler.OnFailure == FailurePolicy.ParkItem && failure is not HandlerUnavailableException;

    private async Task<bool> ParkAsync(
        HandlerBinding handler, StreamRecord record, Exception failure, int attempts, CancellationToken stop, CancellationToken cancel)
    {
        var isParked = await InsistAsync(
            async () =>
            {
                await parked.ParkAsync(handler.Name, record, failure, attempts, cancel).ConfigureAwait(false);
                return true;
            },
            stop,
            cancel).ConfigureAwait(false);
        if (!isParked)
            return false;

        meter.Parked(handler.Name);
        StreamLog.Parked(logger, failure, options.Name, handler.Name, record.Sequence.ToString(), attempts);
        return true;
    }

    private async Task<bool> KeepAsync(
        HandlerBinding handler, StreamRecord record, CancellationToken stop, CancellationToken cancel) =>
        await InsistAsync(() => parked.TryKeepAsync(handler.Name, record, cancel), stop, cancel).ConfigureAwait(false);

    /// <summary>Repeats a write to the dead letters until it succeeds: a change must not get lost.</summary>
    /// <returns>The result of the write; false if the consumer stops.</returns>
    private async Task<bool> InsistAsync(Func<Task<bool>> write, CancellationToken stop, CancellationToken cancel)
    {
        var backoff = new Backoff(client);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, cancel);
        while (true)
        {
            try
            {
                return await write().ConfigureAwait(false);
            }
            catch (Exception error) when (!IsCancellation(error, cancel))
            {
                StreamLog.LettersFailed(logger, options.Name, CallScope.ErrorTypeOf(error));
            }

            if (!await TryWaitAsync(backoff, either.Token, cancel).ConfigureAwait(false))
                return false;
        }
    }

    /// <returns>False if the consumer stops.</returns>
    private static async Task<bool> TryWaitAsync(Backoff backoff, CancellationToken either, CancellationToken cancel)
    {
        try
        {
            await backoff.WaitAsync(either).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            cancel.ThrowIfCancellationRequested();
            return false;
        }
    }

    private static bool IsCancellation(Exception error, CancellationToken cancel) =>
        error is OperationCanceledException && cancel.IsCancellationRequested;
}
