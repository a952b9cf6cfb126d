using DynamoToolkit.Streams.Records;

namespace DynamoToolkit.Streams.Delivery;

/// <inheritdoc/>
internal sealed class HandlerBinding<T>(IChangeHandler<T> handler) : HandlerBinding
    where T : IItem<T>
{
    private readonly IChangeBatchHandler<T>? batches = handler as IChangeBatchHandler<T>;

    public override string Name { get; } = handler.Name;

    public override FailurePolicy OnFailure => handler.OnFailure;

    public override int MaxBatchSize => batches is null ? 1 : Math.Max(1, batches.MaxBatchSize);

    public override TableModel Model => T.Model;

    public override bool Concerns(StreamRecord record) => ChangeReader<T>.HasKey(record);

    public override Task BeginAsync(UpkeepStart start, CancellationToken cancellationToken) =>
        (handler as IUpkeepHandler)?.BeginAsync(start, cancellationToken) ?? Task.CompletedTask;

    public override Task MissAsync(CancellationToken cancellationToken) =>
        (handler as IUpkeepHandler)?.MissAsync(cancellationToken) ?? Task.CompletedTask;

    public override async Task HandleAsync(IReadOnlyList<StreamRecord> records, CancellationToken cancellationToken)
    {
        List<Change<T>> changes = [];
        foreach (var record in records)
        {
            if (ChangeReader<T>.Read(record, handler.HandlesLatest) is { } change)
                changes.Add(change);
        }

        if (changes.Count == 0)
            return;
        if (batches is not null)
        {
            await batches.HandleAsync(changes, cancellationToken).ConfigureAwait(false);
            return;
        }

        foreach (var change in changes)
            await handler.HandleAsync(change, cancellationToken).ConfigureAwait(false);
    }
}
