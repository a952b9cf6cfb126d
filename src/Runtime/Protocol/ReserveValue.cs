using DynamoToolkit.Expressions;
using DynamoToolkit.Patterns.Uniqueness;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>
/// The part of a transaction that reserves a unique value: if it is free, if its holder has expired, or if it is reserved for the same item
/// already, as after a lost response.
/// </summary>
/// <typeparam name="T">The type of the item that has the value.</typeparam>
internal sealed class ReserveValue<T> : KeyedWrite<Reservation<T>>
    where T : IItem<T>
{
    private readonly Reservation<T> reservation;

    /// <summary>Creates the reservation of a value.</summary>
    public ReserveValue(TableHandle table, Reservation<T> reservation)
        : base(table, Reservation<T>.KeyAt(reservation.Key))
    {
        this.reservation = reservation;
        ReturnsItemOnFailure = true;
        Condition = Existence.IsAbsent(Reservation<T>.Model, table.Time)
            | Reservation<T>.IsOwnedBy(reservation.Owner);
    }

    public override ReservedValue? Reserved => Value;

    /// <summary>The value.</summary>
    public required ReservedValue Value { get; init; }

    public override DynamoOperation Operation => DynamoOperation.PutItem;

    protected override ReadOnlySpan<byte> TransactOpening => "{\"Put\":"u8;

    public override int CountStored()
    {
        using var buffer = WireBuffer.Rent();
        var writer = new ItemWriter(buffer);
        ItemText.Write(ref writer, in reservation);
        writer.Flush();
        return ItemSize.Of(buffer.WrittenSpan);
    }

    protected override void WriteContent(ref ItemWriter writer, ExpressionContext context)
    {
        writer.WriteRaw(",\"Item\":"u8);
        ItemText.Write(ref writer, in reservation);
    }
}
