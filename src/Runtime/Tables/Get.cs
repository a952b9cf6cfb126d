using DynamoToolkit.Expressions;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>Reads one item. For a plain read, <see cref="DynamoTable{T}.GetAsync"/> is shorter and allocates less.</summary>
/// <typeparam name="T">The item type.</typeparam>
public sealed class Get<T> : IReadOperation
    where T : IItem<T>
{
    private readonly TableHandle table;
    private readonly ItemKey<T> key;
    private CapacityDetail capacity;
    private bool isConsistent;
    private bool includesExpired;

    internal Get(TableHandle table, ItemKey<T> key)
    {
        this.table = table;
        this.key = key;
    }

    /// <inheritdoc/>
    public string TableName => table.Name;

    TableHandle IReadOperation.Table => table;

    ItemIdentity IReadOperation.Identity => new(table.Name, key.Partition, key.Sort);

    TableModel IReadOperation.Model => T.Model;

    string? IReadOperation.BatchObstacle => null;

    /// <summary>Reads what the last write left, at twice the cost.</summary>
    public Get<T> ConsistentRead()
    {
        isConsistent = true;
        return this;
    }

    /// <summary>Returns the item also where its time to live is over and the service has not deleted it yet.</summary>
    public Get<T> IncludeExpired()
    {
        includesExpired = true;
        return this;
    }

    /// <summary>Has the response tell the capacity that the read used.</summary>
    public Get<T> ReturnConsumedCapacity(CapacityDetail detail = CapacityDetail.Total)
    {
        capacity = detail;
        return this;
    }

    /// <summary>Sends the read.</summary>
    public Task<GetResult<T>> ExecuteAsync(CancellationToken cancellationToken = default) => ExecuteAsync<T>([], cancellationToken);

    /// <summary>Sends the read of only the attributes that a smaller type has.</summary>
    /// <typeparam name="TPart">A type that has some of the item's attributes: any item type or nested type.</typeparam>
    public Task<GetResult<TPart>> ExecuteAsync<TPart>(CancellationToken cancellationToken = default)
        where TPart : IDynamoMap<TPart> => ExecuteAsync<TPart>(Projections.Of<TPart>(T.Model), cancellationToken);

    void IReadOperation.WriteKey(ref ItemWriter writer) => key.Write(ref writer);

    void IReadOperation.WriteTransactItem(ref ItemWriter writer, ExpressionContext context)
    {
        writer.WriteRaw("{\"Get\":"u8);
        writer.WriteRaw(table.Opening);
        writer.WriteRaw(",\"Key\":"u8);
        key.Write(ref writer);
        writer.WriteRaw("}}"u8);
    }

    object? IReadOperation.Read(ref ResponseReader reader)
    {
        if (!includesExpired && Expiry.IsExpired(ref reader, T.Model.TimeToLiveAttribute, table.Time))
        {
            reader.Skip();
            return null;
        }

        return reader.ReadMap<T>();
    }

    private async Task<GetResult<TPart>> ExecuteAsync<TPart>(IReadOnlyList<string> projection, CancellationToken cancellationToken)
        where TPart : IDynamoMap<TPart>
    {
        using var body = WireBuffer.Rent();
        WriteRequest(body, projection);
        using var response = await table.SendAsync(DynamoOperation.GetItem, body, cancellationToken).ConfigureAwait(false);
        return GetResponse.Read<TPart>(response.WrittenSpan, includesExpired ? null : T.Model, table.Time);
    }

    private void WriteRequest(WireBuffer body, IReadOnlyList<string> projection)
    {
        using var context = ExpressionContext.Rent();
        var writer = new ItemWriter(body);
        writer.WriteRaw(table.Opening);
        writer.WriteRaw(",\"Key\":"u8);
        key.Write(ref writer);
        if (isConsistent)
            writer.WriteRaw(",\"ConsistentRead\":true"u8);
        RequestText.WriteProjection(ref writer, context, projection);
        context.WriteMembers(ref writer);
        RequestText.WriteCapacity(ref writer, capacity);
        writer.WriteRaw("}"u8);
        writer.Flush();
    }
}
