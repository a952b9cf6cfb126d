using DynamoToolkit.Patterns.Counters;
using DynamoToolkit.Protocol;

namespace DynamoToolkit;

/// <summary>
/// An add to a counter, alone or as part of a transaction. It goes to one of the counter's items, chosen when the add is created, so a
/// transaction can have one add for each counter.
/// </summary>
/// <typeparam name="T">The type of the item that has the counter.</typeparam>
public sealed class CounterAdd<T> : IWriteOperation
    where T : IItem<T>
{
    private readonly CounterAddRequest request;

    internal CounterAdd(CounterAddRequest request) => this.request = request;

    /// <inheritdoc/>
    public string TableName => request.Table.Name;

    WriteRequest IWriteOperation.Request => request;

    /// <summary>
    /// Sends the add. If its response is lost, the transport sends it again, and it may count twice:
    /// <see cref="Counter{T, TValue}.AddOnceAsync"/> does not.
    /// </summary>
    public Task ExecuteAsync(CancellationToken cancellationToken = default) => request.SendAsync<T>(cancellationToken);
}
