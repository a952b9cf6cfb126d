using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Expressions;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>GetItem: reads one item by its key.</summary>
/// <typeparam name="TResult">The type that the item is read as.</typeparam>
internal sealed class GetItem<TResult> : GetRequest
    where TResult : IDynamoMap<TResult>
{
    public GetItem(TableHandle table, TableModel model, KeyValue partition, KeyValue sort)
        : base(table, model, partition, sort)
    {
    }

    /// <summary>The same read, returning another type.</summary>
    public GetItem(GetRequest other)
        : base(other)
    {
    }

    /// <summary>Reads one item without options. It allocates only the item.</summary>
    public static void Write<T>(WireBuffer body, TableHandle table, in ItemKey<T> key, bool isConsistent)
        where T : IItem<T>
    {
        var writer = new ItemWriter(body);
        writer.WriteRaw(table.Opening);
        writer.WriteRaw(",\"Key\":"u8);
        key.Write(ref writer);
        writer.WriteRaw(isConsistent ? ",\"ConsistentRead\":true}"u8 : "}"u8);
        writer.Flush();
    }

    public static ItemResponse<TResult> Read(
        ReadOnlySpan<byte> json, TableModel model, string? timeToLive, TimeProvider time) =>
        ItemResponse<TResult>.Read(json, "Item"u8, model, model.Discriminator?.For<TResult>(), timeToLive, time);

    public async ValueTask<ItemResponse<TResult>> SendAsync(CancellationToken cancellationToken)
    {
        var first = await SendOnceAsync(cancellationToken).ConfigureAwait(false);
        if (first.HasItem || AtOther() is not GetItem<TResult> other)
            return first;

        // An item moves from the other address to this one. If it does so between the reads, both miss it, and the third one finds it.
        other.IsConsistent = true;
        var second = await other.SendOnceAsync(cancellationToken).ConfigureAwait(false);
        second.Capacity = ConsumedCapacity.Sum(first.Capacity, second.Capacity);
        if (second.HasItem)
            return second;
        IsConsistent = true;
        var third = await SendOnceAsync(cancellationToken).ConfigureAwait(false);
        third.Capacity = ConsumedCapacity.Sum(second.Capacity, third.Capacity);
        return third;
    }

    public override GetRequest? AtOther() => OtherPartition is { IsNone: false } partition
        ? new GetItem<TResult>(Table, Model, partition, Sort)
        {
            Projection = Projection,
            IsConsistent = IsConsistent,
            IncludesExpired = IncludesExpired,
            Capacity = Capacity,
        }
        : null;

    public override async ValueTask<(object? Item, ConsumedCapacity? Capacity)> ReadAloneAsync(
        bool isConsistent, CapacityDetail detail, CancellationToken cancellationToken)
    {
        var alone = new GetItem<TResult>(this) { Projection = Projection, IsConsistent = isConsistent, Capacity = detail };
        var response = await alone.SendAsync(cancellationToken).ConfigureAwait(false);
        return (response.HasItem ? response.Item : null, response.Capacity);
    }

    private async ValueTask<ItemResponse<TResult>> SendOnceAsync(CancellationToken cancellationToken)
    {
        using var body = WireBuffer.Rent();
        Write(body);
        try
        {
            using var response = await Table.SendAsync(DynamoOperation.GetItem, body, Capacity, cancellationToken).ConfigureAwait(false);
            return Read(response.WrittenSpan, Model, TimeToLive, Table.Time);
        }
        catch (ResourceNotFoundException missing)
        {
            throw RequestErrors.TableMissing(missing, DynamoOperation.GetItem, Identity);
        }
    }

    public override object? ReadItem(ref JsonCursor cursor) =>
        Expiry.TryRead<TResult>(ref cursor, Model, Model.Discriminator?.For<TResult>(), TimeToLive, Table.Time, out var item) ? item : null;

    /// <summary>Writes the request that executes the get alone.</summary>
    public void Write(WireBuffer body)
    {
        using var context = ExpressionContext.Rent();
        var writer = new ItemWriter(body);
        WriteTarget(ref writer);
        if (IsConsistent)
            writer.WriteRaw(",\"ConsistentRead\":true"u8);
        RequestText.WriteProjection(ref writer, context, Projection);
        context.WriteMembers(ref writer);
        RequestText.WriteCapacity(ref writer, Capacity);
        writer.WriteRaw("}"u8);
        writer.Flush();
    }
}
