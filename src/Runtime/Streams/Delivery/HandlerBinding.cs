using DynamoToolkit.Streams.Records;

namespace DynamoToolkit.Streams.Delivery;

/// <summary>A handler of a consumer, whatever its item type is.</summary>
internal abstract class HandlerBinding
{
    public abstract string Name { get; }

    public abstract FailurePolicy OnFailure { get; }

    /// <summary>The maximum number of records in a call.</summary>
    public abstract int MaxBatchSize { get; }

    public abstract TableModel Model { get; }

    /// <summary>Whether a record can be a change of the handler's type.</summary>
    public abstract bool Concerns(StreamRecord record);

    /// <summary>Lets the handler note that its consumer begins.</summary>
    public abstract Task BeginAsync(UpkeepStart start, CancellationToken cancellationToken);

    /// <summary>Lets the handler note that it has missed changes.</summary>
    public abstract Task MissAsync(CancellationToken cancellationToken);

    /// <summary>Reads records, and calls the handler with those that are changes of its type.</summary>
    public abstract Task HandleAsync(IReadOnlyList<StreamRecord> records, CancellationToken cancellationToken);
}
