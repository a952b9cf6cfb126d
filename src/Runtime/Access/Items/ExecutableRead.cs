using DynamoToolkit.Expressions;
using DynamoToolkit.Protocol;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>What gets of whole items and gets of smaller types have in common: they can be executed alone, or handed to transactions and batches.</summary>
/// <typeparam name="TResult">The type that the item is read as.</typeparam>
public abstract class ExecutableRead<TResult> : IReadOperation
    where TResult : IDynamoMap<TResult>
{
    private protected ExecutableRead(in GetPlan plan) => Plan = plan;

    /// <inheritdoc/>
    public string TableName => Plan.Table.Name;

    TableHandle IReadOperation.Table => Plan.Table;

    ItemIdentity IReadOperation.Identity => Plan.Identity;

    TableModel IReadOperation.Model => Plan.Model;

    IReadOnlyList<string> IReadOperation.Projection => Plan.Projection;

    string? IReadOperation.BatchObstacle => Plan.BatchObstacle;

    string? IReadOperation.TransactionObstacle => Plan.TransactionObstacle;

    private protected GetPlan Plan { get; set; }

    /// <summary>Sends the read.</summary>
    public async Task<GetResult<TResult>> ExecuteAsync(CancellationToken cancellationToken = default)
    {
        using var body = WireBuffer.Rent();
        Plan.WriteRequest(body);
        using var response = await Plan.Table.SendAsync(DynamoOperation.GetItem, body, cancellationToken).ConfigureAwait(false);
        return GetResponse.Read<TResult>(response.WrittenSpan, Plan.TimeToLive, Plan.Table.Time);
    }

    void IReadOperation.WriteKey(ref ItemWriter writer) => Plan.WriteKey(ref writer);

    void IReadOperation.WriteTransactItem(ref ItemWriter writer, ExpressionContext context) => Plan.WriteTransactItem(ref writer, context);

    object? IReadOperation.Read(ref JsonCursor reader) =>
        Expiry.TryRead<TResult>(ref reader, Plan.TimeToLive, Plan.Table.Time, out var item) ? item : null;
}
